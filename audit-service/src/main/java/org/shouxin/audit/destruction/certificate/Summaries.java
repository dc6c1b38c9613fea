package org.shouxin.audit.destruction.certificate;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.destruction.Course;
import org.shouxin.audit.destruction.Item;
import org.shouxin.audit.destruction.ItemRows;
import org.shouxin.audit.destruction.PlanFile;
import org.shouxin.audit.destruction.ScopeTree;
import org.shouxin.audit.destruction.recipient.RecipientRequests;
import org.shouxin.audit.entry.OwnEvents;
import org.shouxin.audit.proof.OwnProofs;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What a person is told about her own destruction, by a code of 100 random bits: she has no account
 * any more, and whoever holds the code learns ids and codes only.
 */
@Singleton
class Summaries {
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final int LENGTH = 21;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Whose summary a code opens. */
  public record Opened(ControllerId controllerId, UUID planId, UUID subjectRef) {}

  private final Database database;
  private final PlanFile file;
  private final ItemRows items;
  private final RecipientRequests recipients;
  private final CertificateRows certificates;
  private final OwnProofs proofs;
  private final OwnEvents audit;
  private final Clock clock;

  @Inject
  Summaries(
      Database database,
      PlanFile file,
      ItemRows items,
      RecipientRequests recipients,
      CertificateRows certificates,
      OwnProofs proofs,
      OwnEvents audit,
      Clock clock) {
    this.database = database;
    this.file = file;
    this.items = items;
    this.recipients = recipients;
    this.certificates = certificates;
    this.proofs = proofs;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A new code for a person of a plan.
   *
   * @throws ProblemException {@code DESTRUCTION_NOT_FOUND} when the plan has nothing of hers
   */
  String code(Actor officer, UUID plan, CustomerId person) {
    String code = random();
    database.write(
        officer.controller(),
        handle -> {
          file.get(handle, plan);
          if (items.ofPerson(handle, plan, person.value()).isEmpty()) {
            throw new ProblemException(ProblemCode.DESTRUCTION_NOT_FOUND);
          }
          handle.execute(
              "insert into destruction_code (code_sha256, controller_id, plan_id, subject_ref, made_at)"
                  + " values (?, ?, ?, ?, ?)",
              Digests.sha256(code),
              officer.controller(),
              plan,
              person,
              clock.instant());
          audit.record(
              handle,
              AuditEvents.of(officer, "destruction.code_made", clock)
                  .subject(person)
                  .resource("destruction", plan.toString())
                  .build());
          return plan;
        });
    return code;
  }

  /**
   * What a code opens.
   *
   * @throws ProblemException {@code DESTRUCTION_NOT_FOUND} for a code that nobody was given
   */
  Summary open(String code) {
    Opened opened =
        database.systemRead(handle ->
            handle
                .createQuery(
                    "select controller_id, plan_id, subject_ref from destruction_code"
                        + " where code_sha256 = ?")
                .bind(0, Digests.sha256(code))
                .mapTo(Opened.class)
                .findOne()
                .orElseThrow(() -> new ProblemException(ProblemCode.DESTRUCTION_NOT_FOUND)));
    return database.read(opened.controllerId(), handle -> summary(handle, opened));
  }

  private Summary summary(Handle handle, Opened opened) {
    Course course = file.get(handle, opened.planId());
    ScopeTree scope = new ScopeTree(items.digests(handle, opened.planId()));
    List<Summary.Destroyed> own =
        items.ofPerson(handle, opened.planId(), opened.subjectRef()).stream()
            .filter(item -> !item.state().equals("WITHDRAWN"))
            .map(item -> destroyed(item, scope))
            .toList();
    return new Summary(
        opened.planId(),
        opened.controllerId().value(),
        course.state().label(),
        course.plan().cause().name(),
        course.scopeDigest(),
        own,
        recipients.countsOf(handle, opened.planId(), opened.subjectRef()),
        certificate(handle, opened));
  }

  private static Summary.Destroyed destroyed(Item item, ScopeTree scope) {
    return new Summary.Destroyed(
        item.store(),
        item.retentionClass(),
        item.method().name(),
        item.state(),
        item.settledAt(),
        item.digest(),
        scope.path(item.digest()));
  }

  private @Nullable CertificateView certificate(Handle handle, Opened opened) {
    return certificates
        .find(handle, opened.planId())
        .map(issued ->
            new CertificateView(
                opened.planId(),
                issued.body(),
                issued.note(),
                issued.sha256(),
                issued.eventId(),
                issued.issuedAt(),
                proofs.find(opened.controllerId(), issued.eventId()).orElse(null)))
        .orElse(null);
  }

  private static String random() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return code.toString();
  }
}
