/** Starts the whole system on one machine; {@link Installation} is its entry point. */
@NullMarked
package org.shouxin.launcher;

import org.jspecify.annotations.NullMarked;
