/** Rules that two people change: the monitor's limits and the grades of the catalogue. */
@NullMarked
package org.shouxin.gateway.rules;

import org.jspecify.annotations.NullMarked;
