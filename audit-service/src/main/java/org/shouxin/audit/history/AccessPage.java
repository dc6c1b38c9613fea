package org.shouxin.audit.history;

import java.util.List;

/**
 * One page of accesses, newest first.
 *
 * @param cursors one for each event, to go on after it
 */
public record AccessPage(List<AccessEvent> events, List<String> cursors, boolean hasNextPage) {
  static final AccessPage EMPTY = new AccessPage(List.of(), List.of(), false);
}
