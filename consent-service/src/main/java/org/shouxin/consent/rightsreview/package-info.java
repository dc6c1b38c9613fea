/** The quarterly review of who may still do what (R-AC-04). */
@NullMarked
package org.shouxin.consent.rightsreview;

import org.jspecify.annotations.NullMarked;
