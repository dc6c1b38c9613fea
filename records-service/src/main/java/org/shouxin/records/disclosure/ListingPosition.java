package org.shouxin.records.disclosure;

import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CustomerId;

/**
 * Where a page of a listing starts: so many rows were shown before it, up to this customer.
 *
 * @param after null for the first page
 */
record ListingPosition(int shown, @Nullable CustomerId after) {
  static final ListingPosition START = new ListingPosition(0, null);

  /** Reads what {@link #text} wrote. */
  static ListingPosition parse(String text) {
    int bar = text.indexOf('|');
    return new ListingPosition(
        Integer.parseInt(text.substring(0, bar)), CustomerId.parse(text.substring(bar + 1)));
  }

  /** The position behind the row of that number on this page. */
  String text(int row, String customer) {
    return (shown + row) + "|" + customer;
  }
}
