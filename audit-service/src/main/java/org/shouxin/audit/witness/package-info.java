/**
 * A witness (C2SP tlog-witness): a process of its own, with its own key and its own store, that
 * cosigns a log's checkpoint only when it continues what it saw before.
 */
@NullMarked
package org.shouxin.audit.witness;

import org.jspecify.annotations.NullMarked;
