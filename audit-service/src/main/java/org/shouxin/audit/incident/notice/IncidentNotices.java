package org.shouxin.audit.incident.notice;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;

/** Issues notices: one delivery order a person and version. In a drill the orders are withheld. */
@Singleton
public class IncidentNotices {
  private static final String INSERT =
      "insert into incident_notice (controller_id, incident_id, version, body_zh, body_en, sha256,"
          + " issued_at, issued_by) select ?, ?, count(*) + 1, ?, ?, ?, ?, ? from incident_notice"
          + " where incident_id = ? returning version";
  private static final String ORDER =
      "insert into notice_order (controller_id, id, incident_id, version, subject_ref, state)"
          + " values (?, ?, ?, ?, ?, ?)";
  private static final String OPEN =
      "insert into notice_order_open (controller_id, order_id, look_again_at) values (?, ?, ?)";
  private static final String PROGRESS =
      "select version, count(*) as persons,"
          + " count(*) filter (where state = 'SENT') as sent,"
          + " count(*) filter (where seen_at is not null) as seen,"
          + " count(*) filter (where state = 'WAITING' and seen_at is null) as waiting,"
          + " count(*) filter (where state in ('NO_ADDRESS', 'FAILED', 'UNCERTAIN') and seen_at is null)"
          + " as undelivered,"
          + " count(*) filter (where state = 'WITHHELD') as withheld"
          + " from notice_order where incident_id = ? group by version order by version desc limit 1";

  private final Clock clock;

  @Inject
  IncidentNotices(Clock clock) {
    this.clock = clock;
  }

  /** Issues the next version to these persons and returns its number. */
  public int issue(
      Handle handle,
      Actor actor,
      UUID incident,
      NoticeText text,
      List<UUID> persons,
      boolean drill) {
    Instant now = clock.instant();
    int version =
        handle
            .createQuery(INSERT)
            .bind(0, actor.controller())
            .bind(1, incident)
            .bind(2, text.zh())
            .bind(3, text.en())
            .bind(4, text.sha256())
            .bind(5, now)
            .bind(6, actor.id())
            .bind(7, incident)
            .mapTo(Integer.class)
            .one();
    order(handle, actor, incident, version, persons, drill, now);
    return version;
  }

  /** How far the newest version has come; empty before any was issued to somebody. */
  public Optional<Progress> progress(Handle handle, UUID incident) {
    return handle.createQuery(PROGRESS).bind(0, incident).mapTo(Progress.class).findOne();
  }

  private void order(
      Handle handle,
      Actor actor,
      UUID incident,
      int version,
      List<UUID> persons,
      boolean drill,
      Instant now) {
    if (persons.isEmpty()) {
      return;
    }
    PreparedBatch orders = handle.prepareBatch(ORDER);
    PreparedBatch open = handle.prepareBatch(OPEN);
    for (UUID person : persons) {
      UUID id = Ids.next();
      orders.add(actor.controller(), id, incident, version, person, drill ? "WITHHELD" : "WAITING");
      open.add(actor.controller(), id, now);
    }
    orders.execute();
    if (!drill) {
      open.execute();
    }
  }
}
