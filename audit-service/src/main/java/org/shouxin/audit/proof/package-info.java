/** Proofs that an event is in the log, and that the log only grew. */
@NullMarked
package org.shouxin.audit.proof;

import org.jspecify.annotations.NullMarked;
