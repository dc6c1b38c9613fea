package org.shouxin.records.casetext;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
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

  /** Seals a text of the customer's case; returns its id. */
  UUID seal(Actor actor, CustomerId customer, @Nullable String subject, String body) {
    if (actor.kind() == ActorKind.CUSTOMER && !actor.is(customer)) {
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
          audit.record(handle, event(actor, "case.text.written", customer, id, permitted).build());
          return id;
        });
  }

  /** Opens a text: its customer's, or a handler's with a decision for complaints and disputes. */
  CaseText open(Actor actor, UUID id) {
    Sealed sealed =
        database
            .read(
                actor.controller(),
                handle -> handle.createQuery(GET).bind(0, id).mapTo(Sealed.class).findOne())
            .filter(text -> actor.kind() != ActorKind.CUSTOMER || actor.is(text.customerId()))
            .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
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
