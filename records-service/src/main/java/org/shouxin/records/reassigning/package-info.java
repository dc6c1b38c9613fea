/** Gives the customers of leavers and movers to their successors (R-AC-03). */
@NullMarked
package org.shouxin.records.reassigning;

import org.jspecify.annotations.NullMarked;
