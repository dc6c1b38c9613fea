/** Periods of this service's legal clocks as law data (DR-14, promise 7). */
@NullMarked
package org.shouxin.records.duty;

import org.jspecify.annotations.NullMarked;
