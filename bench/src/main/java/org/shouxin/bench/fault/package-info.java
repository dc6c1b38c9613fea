/**
 * Faults struck at a running system under load, by a seed, and the checks of its promises against
 * what the callers themselves wrote down (issue 11.5).
 */
@NullMarked
package org.shouxin.bench.fault;

import org.jspecify.annotations.NullMarked;
