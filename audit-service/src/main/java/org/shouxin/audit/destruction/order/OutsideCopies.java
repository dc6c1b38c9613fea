package org.shouxin.audit.destruction.order;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.shouxin.audit.destruction.DestructionClock;
import org.shouxin.audit.destruction.Item;
import org.shouxin.audit.destruction.recipient.RecipientRequests;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.time.BusinessTime;

/**
 * Copies that no order reaches: files that were exported before. Whoever has one is asked to delete
 * it like any recipient, and the certificate lists it.
 */
@Singleton
public class OutsideCopies {
  private static final String INSERT =
      "insert into outside_copy (controller_id, plan_id, export_id, subject_ref, receiver,"
          + " produced_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing";
  private static final String LIST =
      "select c.export_id, c.receiver, min(c.produced_at) as produced_at, count(*)::int as people,"
          + " count(*) filter (where r.state = 'CONFIRMED')::int as confirmed"
          + " from outside_copy c join destruction_recipient r"
          + " on r.controller_id = c.controller_id and r.plan_id = c.plan_id"
          + " and r.subject_ref = c.subject_ref and r.recipient_id = c.receiver"
          + " where c.plan_id = ? group by c.export_id, c.receiver order by c.export_id";

  /** An export that was asked for about somebody and fetched. */
  public record ExportShare(UUID exportId, String receiver, Instant producedAt) {}

  /**
   * The destroyed people's share of one export.
   *
   * @param people of the plan for whom it was asked; at most so many stand in the file
   * @param confirmed for how many of them the receiver confirmed its deletion
   */
  public record OutsideCopy(
      UUID exportId, String receiver, Instant producedAt, int people, int confirmed) {}

  private final RecipientRequests recipients;
  private final DestructionClock k21;
  private final Clock clock;

  @Inject
  OutsideCopies(RecipientRequests recipients, DestructionClock k21, Clock clock) {
    this.recipients = recipients;
    this.k21 = k21;
    this.clock = clock;
  }

  /** Notes in which exports the person of an item stood, and asks their receivers to delete. */
  public void note(Handle handle, ControllerId controller, Item item, List<ExportShare> exports) {
    UUID subject = item.subjectRef();
    if (subject == null || exports.isEmpty()) {
      return;
    }
    int days = k21.period(handle, BusinessTime.today(clock)).recipientDays();
    PreparedBatch batch = handle.prepareBatch(INSERT);
    for (ExportShare share : exports) {
      batch.add(
          controller,
          item.planId(),
          share.exportId(),
          subject,
          share.receiver(),
          share.producedAt());
      recipients.ask(
          handle,
          controller,
          item.planId(),
          new RecipientRequests.Provided(subject, share.receiver()),
          days);
    }
    batch.execute();
  }

  /** The exports in which people of a plan stood. */
  public List<OutsideCopy> list(Handle handle, UUID plan) {
    return handle.createQuery(LIST).bind(0, plan).mapTo(OutsideCopy.class).list();
  }
}
