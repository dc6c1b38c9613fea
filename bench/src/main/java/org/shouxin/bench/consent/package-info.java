/** One demo customer who gives and withdraws, and the partner who reads her. */
@NullMarked
package org.shouxin.bench.consent;

import org.jspecify.annotations.NullMarked;
