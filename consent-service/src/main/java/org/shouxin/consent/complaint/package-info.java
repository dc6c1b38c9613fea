/** Complaints with the 72-hour response (R-CP-01). */
@NullMarked
package org.shouxin.consent.complaint;

import org.jspecify.annotations.NullMarked;
