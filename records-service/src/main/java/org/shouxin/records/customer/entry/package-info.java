/** A single customer typed in by staff: every rule of DR-01 to DR-06, every fault reported. */
@NullMarked
package org.shouxin.records.customer.entry;

import org.jspecify.annotations.NullMarked;
