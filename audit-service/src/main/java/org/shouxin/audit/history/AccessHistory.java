package org.shouxin.audit.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Who accessed one customer's data, within what the caller may see (R-AC-05). */
@Singleton
public class AccessHistory {
  private final EventIndex index;
  private final EntryReader reader;
  private final CursorCodec cursors;

  @Inject
  AccessHistory(EventIndex index, EntryReader reader, CursorCodec cursors) {
    this.index = index;
    this.reader = reader;
    this.cursors = cursors;
  }

  /**
   * A page, newest first; a customer who is not the caller's to see looks like one without
   * accesses.
   */
  AccessPage page(
      Actor actor, UUID subject, PageSize size, @Nullable String after, boolean providedOnly) {
    String listing =
        "access-history|%s|%s|%s|%s%s"
            .formatted(
                actor.controller(),
                actor.kind(),
                actor.id(),
                subject,
                providedOnly ? "|provided" : "");
    EventIndex.Kinds kinds = providedOnly ? EventIndex.Kinds.PROVIDED : EventIndex.Kinds.ACCESSES;
    EventIndex.@Nullable Position position = after == null ? null : open(listing, after);
    return switch (Viewer.of(actor)) {
      case Viewer.Person(UUID customer) when !customer.equals(subject) -> AccessPage.EMPTY;
      case Viewer.Person person -> read(actor, subject, null, kinds, position, size, listing);
      case Viewer.Doer doer -> read(actor, subject, doer, kinds, position, size, listing);
      case Viewer.Overseer all -> read(actor, subject, null, kinds, position, size, listing);
    };
  }

  /** A page of a search by an overseer. */
  AccessPage search(
      Actor actor, Map<String, Object> filters, PageSize size, @Nullable String after) {
    String listing =
        "access-search|%s|%s|%s".formatted(actor.controller(), actor.id(), new TreeMap<>(filters));
    EventIndex.@Nullable Position position = after == null ? null : open(listing, after);
    return page(
        index.search(actor.controller(), filters, position, size.rowsAndOneMore()), size, listing);
  }

  private AccessPage read(
      Actor actor,
      UUID subject,
      Viewer.@Nullable Doer doer,
      EventIndex.Kinds kinds,
      EventIndex.@Nullable Position position,
      PageSize size,
      String listing) {
    return page(
        index.accesses(actor.controller(), subject, doer, kinds, position, size.rowsAndOneMore()),
        size,
        listing);
  }

  private AccessPage page(List<IndexedEntry> rows, PageSize size, String listing) {
    List<IndexedEntry> shown = rows.subList(0, Math.min(rows.size(), size.rows()));
    return new AccessPage(
        shown.stream().map(reader::read).toList(),
        shown.stream()
            .map(row -> cursors.seal(listing, row.occurredAt() + "|" + row.logIndex()))
            .toList(),
        rows.size() > size.rows());
  }

  private EventIndex.Position open(String listing, String cursor) {
    String[] parts = cursors.open(listing, cursor).split("\\|", 2);
    try {
      return new EventIndex.Position(Instant.parse(parts[0]), Long.parseLong(parts[1]));
    } catch (DateTimeParseException | NumberFormatException impossible) {
      throw new ProblemException(ProblemCode.CURSOR_MALFORMED, null, impossible);
    }
  }
}
