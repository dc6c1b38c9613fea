/**
 * A package that arrives from another controller: checked whole, admitted in one switch, reconciled
 * item by item in both directions, and receipted (R-BT-04).
 */
@NullMarked
package org.shouxin.records.transfer.arrival;

import org.jspecify.annotations.NullMarked;
