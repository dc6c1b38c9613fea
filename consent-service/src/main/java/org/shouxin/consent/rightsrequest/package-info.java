/** Rights requests of PIPL 44 to 50 (R-CP-02). */
@NullMarked
package org.shouxin.consent.rightsrequest;

import org.jspecify.annotations.NullMarked;
