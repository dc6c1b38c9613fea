package org.shouxin.gateway.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ends. There is no total on purpose: a count is a fact about other people.
 *
 * @param endCursor cursor of the last edge; null for an empty page
 */
public record PageInfo(boolean hasNextPage, @Nullable String endCursor) {

  public static PageInfo after(List<String> cursors, boolean hasNextPage) {
    return new PageInfo(hasNextPage, cursors.isEmpty() ? null : cursors.getLast());
  }
}
