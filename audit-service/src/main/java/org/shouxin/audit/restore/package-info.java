/** Evidence of restore drills (R-RC-08). */
@NullMarked
package org.shouxin.audit.restore;

import org.jspecify.annotations.NullMarked;
