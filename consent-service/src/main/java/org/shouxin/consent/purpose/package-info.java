/**
 * Purposes of processing (DR-10) as effective-dated data, and the register of processing activities
 * (R-CN-06).
 */
@NullMarked
package org.shouxin.consent.purpose;

import org.jspecify.annotations.NullMarked;
