/** The list of who is kept out, fetched from audit-service by those who enforce it (R-AU-03). */
@NullMarked
package org.shouxin.platform.block;

import org.jspecify.annotations.NullMarked;
