/**
 * Destroys what audit-service orders (R-RC-11): the person's key, then every row of hers; or one
 * record. Idempotent, and resumed by the next poll wherever it was interrupted.
 */
@NullMarked
package org.shouxin.records.destruction;

import org.jspecify.annotations.NullMarked;
