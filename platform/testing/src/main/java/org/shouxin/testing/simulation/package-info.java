/**
 * A world in which one thing happens at a time, in an order that a seed decides: the product's own
 * classes run on stores, queues and clocks that may stop, repeat, jump and crash between any two
 * steps.
 */
@NullMarked
package org.shouxin.testing.simulation;

import org.jspecify.annotations.NullMarked;
