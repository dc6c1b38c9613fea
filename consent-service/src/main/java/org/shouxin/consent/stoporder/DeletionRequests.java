package org.shouxin.consent.stoporder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Lists requests to delete and takes their confirmations. */
@ApplicationScoped
class DeletionRequests {
  private final Database database;
  private final DeletionRequestRows rows;
  private final AuditOutbox outbox;
  private final Clock clock;

  DeletionRequests(Database database, DeletionRequestRows rows, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A partner's own, or all of the controller's for supervision. */
  List<DeletionRequest> list(Actor reader) {
    return database.read(reader.controller(), handle -> rows.list(handle, recipientOf(reader)));
  }

  /**
   * The recipient says that it deleted what it had, or compliance has its letter; saying it again
   * changes nothing.
   *
   * @throws ProblemException {@code NOT_FOUND} for another partner's request
   */
  DeletionRequest confirm(Actor speaker, UUID id) {
    String recipient = recipientOf(speaker);
    return database.write(
        speaker.controller(),
        handle -> {
          DeletionRequest request =
              rows.find(handle, id)
                  .filter(found -> recipient == null || found.recipientId().equals(recipient))
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          if (request.confirmedAt() == null) {
            rows.confirmed(handle, id, speaker.id(), clock.instant());
            rows.lookAgain(handle, speaker.controller(), id, clock.instant());
            outbox.record(
                handle,
                AuditEvents.of(speaker, "recipient.acknowledged", clock)
                    .subject(new CustomerId(request.customerId()))
                    .resource("deletion-request", id.toString())
                    .recipient(request.recipientId())
                    .build());
          }
          return rows.find(handle, id).orElseThrow();
        });
  }

  private static @Nullable String recipientOf(Actor reader) {
    return reader.kind() == ActorKind.PARTNER ? reader.requirePartner() : null;
  }
}
