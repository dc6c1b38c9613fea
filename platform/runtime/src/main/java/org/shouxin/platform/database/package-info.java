/** PostgreSQL access that is bound to one data controller a transaction (R-PT-05). */
@NullMarked
package org.shouxin.platform.database;

import org.jspecify.annotations.NullMarked;
