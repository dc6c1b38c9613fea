/**
 * Envelope encryption: a data key for each customer, wrapped by its controller's key; blind
 * indexes.
 */
@NullMarked
package org.shouxin.records.vault;

import org.jspecify.annotations.NullMarked;
