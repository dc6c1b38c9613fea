/**
 * The package of a transfer: its items, its files, its manifest (R-BT-04,
 * docs/transfer-package.md).
 */
@NullMarked
package org.shouxin.records.transfer.parcel;

import org.jspecify.annotations.NullMarked;
