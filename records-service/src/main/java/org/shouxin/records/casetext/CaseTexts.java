package org.shouxin.records.casetext;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.disclosure.CaseAccess;
import org.shouxin.records.vault.FieldPlace;

/** Seals and opens case texts; each act has its decision and its event. */
@ApplicationScoped
class CaseTexts {
  /** Complaints and disputes (DR-10). */
  private static final String PURPOSE = "P-10";

  private static final String INSERT =
      "insert into case_text (controller_id, customer_id, id, subject, body, written_by, written_at)"
          + " values (?, ?, ?, ?, ?, ?, ?)";
  private static final String GET =
      "select customer_id, id, subject, body, written_by, written_at from case_text where id = ?";

  private static final String KEEP =
      "insert into case_text_key (controller_id, writer, key, text_id) values (?, ?, ?, ?)";
  private static final String EARLIER =
      "select t.customer_id, t.id, t.subject, t.body, t.written_by, t.written_at from case_text t"
          + " join case_text_key k on k.controller_id = t.controller_id and k.text_id = t.id"
          + " where k.writer = ? and k.key = ?";

  /** A stored text. */
  public record Sealed(
      CustomerId customerId,
      UUID id,
      byte @Nullable [] subject,
      byte[] body,
      String writtenBy,
      Instant writtenAt) {}

  private final Database database;
  private final CaseAccess access;
  private final AuditOutbox audit;
  private final Clock clock;

  CaseTexts(Database database, CaseAccess access, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.access = access;
    this.audit = audit;
    this.clock = clock;
  }

  /** What somebody writes in the case of a customer. */
  record Writing(CustomerId customer, @Nullable String subject, String body) {
    @Override
    public String toString() {
      return "Writing[redacted]";
    }
  }

  /**
   * Seals a text of the customer's case; returns its id. A copy with the same idempotency key finds
   * the first.
   *
   * @throws ProblemException {@code IDEMPOTENCY_CONFLICT} when the key was another text's; {@code
   *     FORBIDDEN} for a customer who writes about somebody else than herself or her ward
   */
  UUID seal(Actor actor, Writing writing, @Nullable String key) {
    CustomerId customer = writing.customer();
    String subject = writing.subject();
    String body = writing.body();
    if (!access.isOwn(actor, customer)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    CaseAccess.Permitted permitted = access.require(actor, PURPOSE, customer);
    UUID id = Ids.next();
    FieldPlace place = place(actor, customer, id);
    byte[] sealedSubject =
        subject == null ? null : permitted.key().seal(place.column("subject"), subject);
    byte[] sealedBody = permitted.key().seal(place, body);
    return database.write(
        actor.controller(),
        handle -> {
          Sealed earlier = key == null ? null : findEarlier(handle, actor, key);
          if (earlier != null) {
            return requireSame(actor, permitted, earlier, writing);
          }
          handle
              .createUpdate(INSERT)
              .bind(0, actor.controller())
              .bind(1, customer)
              .bind(2, id)
              .bind(3, sealedSubject)
              .bind(4, sealedBody)
              .bind(5, actor.id())
              .bind(6, clock.instant())
              .execute();
          if (key != null) {
            handle.execute(KEEP, actor.controller(), actor.id(), key, id);
          }
          audit.record(handle, event(actor, "case.text.written", customer, id, permitted).build());
          return id;
        });
  }

  /** Waits for another copy of the same request. */
  private static @Nullable Sealed findEarlier(Handle handle, Actor actor, String key) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 4))")
        .bind(0, actor.controller() + "|" + actor.id() + "|" + key)
        .mapToMap()
        .one();
    return handle
        .createQuery(EARLIER)
        .bind(0, actor.id())
        .bind(1, key)
        .mapTo(Sealed.class)
        .findOne()
        .orElse(null);
  }

  private static UUID requireSame(
      Actor actor, CaseAccess.Permitted permitted, Sealed earlier, Writing writing) {
    FieldPlace place = place(actor, earlier.customerId(), earlier.id());
    byte[] subject = earlier.subject();
    if (!earlier.customerId().equals(writing.customer())
        || !permitted.key().open(place, earlier.body()).equals(writing.body())
        || !Objects.equals(
            subject == null ? null : permitted.key().open(place.column("subject"), subject),
            writing.subject())) {
      throw new ProblemException(ProblemCode.IDEMPOTENCY_CONFLICT);
    }
    return earlier.id();
  }

  /**
   * Opens a text: for its customer or the guardian of a child, or for a handler with a decision for
   * complaints and disputes.
   */
  CaseText open(Actor actor, UUID id) {
    Sealed sealed =
        database
            .read(
                actor.controller(),
                handle -> handle.createQuery(GET).bind(0, id).mapTo(Sealed.class).findOne())
            .orElse(null);
    if (!access.isOwn(actor, sealed == null ? null : sealed.customerId()) || sealed == null) {
      throw new ProblemException(ProblemCode.NOT_FOUND);
    }
    CaseAccess.Permitted permitted = access.require(actor, PURPOSE, sealed.customerId());
    FieldPlace place = place(actor, sealed.customerId(), id);
    byte[] subject = sealed.subject();
    CaseText text =
        new CaseText(
            id,
            sealed.customerId().value(),
            subject == null ? null : permitted.key().open(place.column("subject"), subject),
            permitted.key().open(place, sealed.body()),
            sealed.writtenBy(),
            sealed.writtenAt());
    audit.recordDurably(
        List.of(event(actor, "record.read", sealed.customerId(), id, permitted).build()));
    return text;
  }

  private AuditEvents event(
      Actor actor, String type, CustomerId customer, UUID id, CaseAccess.Permitted permitted) {
    return AuditEvents.of(actor, type, clock)
        .subject(customer)
        .purpose(PURPOSE)
        .legalBasis(permitted.legalBasis())
        .resource("case.text", id.toString(), List.of("caseText"))
        .decision(permitted.decision());
  }

  private static FieldPlace place(Actor actor, CustomerId customer, UUID id) {
    return new FieldPlace(actor.controller(), customer, "case_text", "body", id);
  }
}
