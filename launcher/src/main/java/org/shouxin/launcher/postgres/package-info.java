/** The embedded PostgreSQL with its four databases and their roles. */
@NullMarked
package org.shouxin.launcher.postgres;

import org.jspecify.annotations.NullMarked;
