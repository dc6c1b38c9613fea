/**
 * Destroys what audit-service orders of consents, rights requests and complaints (R-RC-11).
 * Idempotent, and resumed by the next poll wherever it was interrupted.
 */
@NullMarked
package org.shouxin.consent.destruction;

import org.jspecify.annotations.NullMarked;
