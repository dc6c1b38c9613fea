package org.shouxin.audit.history;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;

/**
 * The queries over the index, each bound to one data controller and each by an index of its own.
 */
@Singleton
public class EventIndex {
  private static final String COLUMNS =
      "select e.log_index, e.event_id, e.occurred_at, e.subject_ref, e.actor_kind, e.actor_id, l.entry"
          + " from audit_event e join log_entry l on l.log_index = e.log_index";
  private static final String BY_ID = COLUMNS + " where e.event_id = :id limit 1";
  private static final String ACCESSES =
      COLUMNS
          + " where e.controller_id = :controller and e.subject_ref = :subject"
          + " and %s"
          + " and (cast(:actorKind as text) is null or e.actor_kind = :actorKind and e.actor_id = :actorId)"
          + " and (cast(:at as timestamptz) is null or (e.occurred_at, e.log_index) < (:at, :index))"
          + " order by e.occurred_at desc, e.log_index desc limit :rows";

  /** Which events about a person are listed. */
  enum Kinds {
    /** Who looked, or tried to. */
    ACCESSES("e.type in ('record.read', 'data.provided', 'access.denied', 'policy.decision.deny')"),
    /** To whom data went. */
    PROVIDED("e.type = 'data.provided'");

    private final String query;

    /** A constant condition, so that the partial index serves it. */
    Kinds(String condition) {
      this.query = EventIndex.ACCESSES.formatted(condition);
    }
  }

  /** Where a page ended: the next one starts below. */
  record Position(Instant at, long logIndex) {}

  private static final Map<String, String> FILTERS =
      Map.of(
          "subject", "e.subject_ref = :subject",
          "actorId", "e.actor_id = :actorId",
          "actorKind", "e.actor_kind = :actorKind",
          "type", "e.type = :type",
          "purpose", "e.purpose = :purpose",
          "permitted", "e.permitted = :permitted",
          "branch", "cast(l.entry as json) -> 'actor' ->> 'branch' = :branch",
          "from", "e.occurred_at >= :from",
          "until", "e.occurred_at < :until",
          "at", "(e.occurred_at, e.log_index) < (:at, :index)");

  private final Database database;

  @Inject
  EventIndex(Database database) {
    this.database = database;
  }

  /** The event, when it is of this controller. */
  public Optional<IndexedEntry> findEvent(ControllerId controller, UUID eventId) {
    return database.read(
        controller,
        handle ->
            handle.createQuery(BY_ID).bind("id", eventId).mapTo(IndexedEntry.class).findFirst());
  }

  /** Everything about these people, oldest first, person by person. */
  public List<IndexedEntry> listAbout(ControllerId controller, List<UUID> people) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + " where e.controller_id = :controller and e.subject_ref = any(:people)"
                        + " order by e.subject_ref, e.log_index")
                .bind("controller", controller.value())
                .bindArray("people", UUID.class, people)
                .mapTo(IndexedEntry.class)
                .list());
  }

  /** What was done about one customer in one transfer, oldest first. */
  List<IndexedEntry> transferSteps(ControllerId controller, UUID subject, UUID transfer) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + " where e.controller_id = :controller and e.subject_ref = :subject"
                        + " and e.type like 'transfer.%'"
                        + " and cast(l.entry as json) -> 'resource' ->> 'id' = :transfer"
                        + " order by e.log_index limit 50")
                .bind("controller", controller.value())
                .bind("subject", subject)
                .bind("transfer", transfer.toString())
                .mapTo(IndexedEntry.class)
                .list());
  }

  /** Accesses to one customer's data, newest first, by one actor where {@code doer} is given. */
  List<IndexedEntry> accesses(
      ControllerId controller,
      UUID subject,
      Viewer.@Nullable Doer doer,
      Kinds kinds,
      @Nullable Position after,
      int rows) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(kinds.query)
                .bind("controller", controller.value())
                .bind("subject", subject)
                .bind("actorKind", doer == null ? null : doer.kind())
                .bind("actorId", doer == null ? null : doer.id())
                .bind("at", after == null ? null : after.at())
                .bind("index", after == null ? 0 : after.logIndex())
                .bind("rows", rows)
                .mapTo(IndexedEntry.class)
                .list());
  }

  /**
   * Events of a controller that pass all filters given, newest first; filters by the names above.
   */
  List<IndexedEntry> search(
      ControllerId controller, Map<String, Object> filters, @Nullable Position after, int rows) {
    Map<String, Object> values = new TreeMap<>(filters);
    if (after != null) {
      values.put("at", after.at());
    }
    return database.read(
        controller,
        handle ->
            handle
                .createQuery(searching(values.keySet()))
                .bind("controller", controller.value())
                .bindMap(values)
                .bind("index", after == null ? 0 : after.logIndex())
                .bind("rows", rows)
                .mapTo(IndexedEntry.class)
                .list());
  }

  /** The statement of a search by the filters of these names. */
  static String searching(Set<String> filters) {
    return COLUMNS
        + " where e.controller_id = :controller"
        + filters.stream()
            .map(name -> " and " + Objects.requireNonNull(FILTERS.get(name)))
            .collect(Collectors.joining())
        + " order by e.occurred_at desc, e.log_index desc limit :rows";
  }
}
