package org.shouxin.audit.destruction.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.checkpoint.NoteSigner;
import org.shouxin.audit.destruction.Course;
import org.shouxin.audit.destruction.DestructionClock;
import org.shouxin.audit.destruction.Item;
import org.shouxin.audit.destruction.ItemRows;
import org.shouxin.audit.destruction.PlanFile;
import org.shouxin.audit.destruction.PlanState;
import org.shouxin.audit.destruction.Step;
import org.shouxin.audit.destruction.StepKind;
import org.shouxin.audit.destruction.order.OutsideCopies;
import org.shouxin.audit.destruction.recipient.RecipientRequests;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.identity.ControllerId;

/**
 * Issues a certificate once the witness has spoken, or somebody has compared the log in an absent
 * witness's stead, and every recipient has confirmed or let its time run out (D-70). Certificate,
 * step and event are one commit.
 */
@Singleton
class Certificates {
  private static final List<Certificate.Copy> COPIES =
      List.of(
          new Certificate.Copy("RECORD_BACKUPS", "UNREADABLE_WITHOUT_KEY"),
          new Certificate.Copy("KEY_BACKUPS", "EXPIRE_AND_LEDGER_REPLAYED"),
          new Certificate.Copy("LOG", "PSEUDONYMS_ONLY"));
  private static final Certificate.Copy OWN_FILES =
      new Certificate.Copy("OWN_FILE_BACKUPS", "EXPIRE_IN_NINETY_DAYS");

  private final PlanFile file;
  private final ItemRows items;
  private final RecipientRequests recipients;
  private final OutsideCopies outside;
  private final DestructionClock k21;
  private final CertificateRows rows;
  private final NoteSigner signer;
  private final ObjectMapper json;
  private final Clock clock;

  @Inject
  Certificates(
      PlanFile file,
      ItemRows items,
      RecipientRequests recipients,
      OutsideCopies outside,
      DestructionClock k21,
      CertificateRows rows,
      NoteSigner signer,
      ObjectMapper json,
      Clock clock) {
    this.file = file;
    this.items = items;
    this.recipients = recipients;
    this.outside = outside;
    this.k21 = k21;
    this.rows = rows;
    this.signer = signer;
    this.json = json;
    this.clock = clock;
  }

  /** Issues the certificate of a plan when it is time; false when it is not. */
  boolean issue(Handle handle, ControllerId controller, UUID plan) {
    Course course = file.locked(handle, plan);
    boolean spoken =
        course.state() instanceof PlanState.Witnessed
            || course.state() instanceof PlanState.LogConfirmed;
    if (!spoken || !recipients.areSettled(handle, plan)) {
      return false;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    String body = write(certificate(handle, course, now));
    String digest = Digests.sha256(body);
    String note =
        signer
            .sign(
                String.join(
                    "\n",
                    "shouxin.org/destruction-certificate/v1",
                    controller.value(),
                    plan.toString(),
                    digest,
                    ""))
            .toString();
    AuditEvent told = file.takeAlone(handle, course, StepKind.CERTIFIED, "audit-service", digest);
    rows.insert(
        handle,
        controller,
        new CertificateRows.Issued(plan, body, note, digest, told.eventId(), now));
    k21.stop(handle, course.plan());
    return true;
  }

  private Certificate certificate(Handle handle, Course course, Instant now) {
    UUID plan = course.plan().id();
    List<ItemRows.ItemCount> done =
        items.counts(handle, plan).stream().filter(count -> count.state().equals("DONE")).toList();
    return new Certificate(
        Certificate.SCHEMA,
        plan,
        course.plan().controllerId().value(),
        course.plan().cause().name(),
        course.plan().dueOn(),
        course.scopeDigest(),
        number(done, _ -> true),
        items.people(handle, plan),
        done.stream()
            .filter(count -> count.method().equals("SHRED_KEY"))
            .mapToLong(ItemRows.ItemCount::number)
            .sum(),
        done.stream()
            .map(count ->
                new Certificate.Line(
                    count.store(), count.retentionClass(), count.method(), count.number()))
            .toList(),
        items.media(handle, plan).stream().map(Certificates::medium).toList(),
        new Certificate.Act(course.plan().proposer(), course.plan().proposedAt()),
        act(course, StepKind.APPROVED),
        act(course, StepKind.EXECUTED),
        course.last(StepKind.WITNESSED).map(Certificates::act).orElse(null),
        absence(course, done),
        course.first(StepKind.STARTED).orElseThrow().at(),
        course.steps().stream()
            .filter(step -> step.kind() == StepKind.STARTED)
            .map(step -> new Certificate.Presence(step.at(), step.actorId(), step.detail()))
            .toList(),
        course.steps().stream()
            .filter(step -> step.kind() == StepKind.STOPPED)
            .map(step -> new Certificate.Stop(step.at(), step.detail()))
            .toList(),
        recipients.counts(handle, plan),
        copies(done),
        outside.list(handle, plan),
        now);
  }

  /** Files of audit-service are sealed by no person's key: their backups are told of, too. */
  private static List<Certificate.Copy> copies(List<ItemRows.ItemCount> done) {
    boolean own = done.stream().anyMatch(count -> count.store().equals("audit"));
    return Stream.concat(COPIES.stream(), Stream.of(OWN_FILES).filter(_ -> own)).toList();
  }

  /** Every item but media was found in the log before somebody could confirm from it. */
  private static Certificate.@Nullable Absence absence(
      Course course, List<ItemRows.ItemCount> done) {
    if (!(course.state() instanceof PlanState.LogConfirmed)) {
      return null;
    }
    Step reported = course.last(StepKind.WITNESS_ABSENT).orElseThrow();
    return new Certificate.Absence(
        course.witness().orElseThrow(),
        reported.detail(),
        act(reported),
        act(course, StepKind.LOG_CONFIRMED),
        number(done, store -> !store.equals("media")),
        number(done, store -> store.equals("media")));
  }

  private static int number(List<ItemRows.ItemCount> done, Predicate<String> ofStore) {
    return done.stream()
        .filter(count -> ofStore.test(count.store()))
        .mapToInt(ItemRows.ItemCount::number)
        .sum();
  }

  private static Certificate.Act act(Course course, StepKind kind) {
    return act(course.last(kind).orElseThrow());
  }

  private static Certificate.Act act(Step step) {
    return new Certificate.Act(step.actorId(), step.at());
  }

  private static Certificate.Medium medium(Item item) {
    return new Certificate.Medium(
        item.recordRef(),
        item.method().name(),
        String.valueOf(item.settledBy()),
        Objects.requireNonNull(item.settledAt()));
  }

  private String write(Certificate certificate) {
    try {
      return json.writeValueAsString(certificate);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a certificate cannot be written as JSON", impossible);
    }
  }
}
