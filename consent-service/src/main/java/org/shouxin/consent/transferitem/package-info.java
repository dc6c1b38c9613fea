/**
 * What this service adds to a transfer package, and takes from one: consents with their notices and
 * receipts, guardians, complaints and rights requests with their clocks (R-BT-04).
 */
@NullMarked
package org.shouxin.consent.transferitem;

import org.jspecify.annotations.NullMarked;
