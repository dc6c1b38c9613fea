/** Consent of one person to one purpose and recipient, its states and texts (R-CN-02, R-CN-03). */
@NullMarked
package org.shouxin.consent.consentrecord;

import org.jspecify.annotations.NullMarked;
