/** Consent receipts after ISO/IEC TS 27560, signed (R-CN-02). */
@NullMarked
package org.shouxin.consent.receipt;

import org.jspecify.annotations.NullMarked;
