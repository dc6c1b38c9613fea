/** Joiner, mover, leaver: what HR says, and what follows from it everywhere (R-AC-03). */
@NullMarked
package org.shouxin.consent.position;

import org.jspecify.annotations.NullMarked;
