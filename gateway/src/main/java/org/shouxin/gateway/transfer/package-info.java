/**
 * The transfer of the business: its course, packages, arrivals and data rooms (R-BT-01 to R-BT-05).
 */
@NullMarked
package org.shouxin.gateway.transfer;

import org.jspecify.annotations.NullMarked;
