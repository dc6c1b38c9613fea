/**
 * Verifies receipts offline (R-CN-02). Shares no code with what issues them: only the definitions
 * of RFC 7515, RFC 8785, RFC 9162 and C2SP.
 */
@NullMarked
package org.shouxin.consent.verifier;

import org.jspecify.annotations.NullMarked;
