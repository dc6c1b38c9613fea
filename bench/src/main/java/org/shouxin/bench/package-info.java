/**
 * Benchmarks on the built services: every figure beside a baseline from the same run, the two
 * interleaved, medians and ranges of the rounds. Entry point {@link org.shouxin.bench.Main}; all
 * benchmarks stand in {@link org.shouxin.bench.Benchmarks}.
 */
@NullMarked
package org.shouxin.bench;

import org.jspecify.annotations.NullMarked;
