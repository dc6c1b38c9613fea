/**
 * The due-diligence room: aggregates and generalised samples for the buyer, nobody's data
 * (R-BT-03).
 */
@NullMarked
package org.shouxin.records.transfer.room;

import org.jspecify.annotations.NullMarked;
