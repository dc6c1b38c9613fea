package org.shouxin.records.customer.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.Announcements;
import org.shouxin.records.customer.CustomerRegister;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.Provenance;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.Severity;
import org.shouxin.records.quality.Verdict;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/**
 * Validates a person typed in by staff, admits her, and gives her to the client manager at work.
 */
@ApplicationScoped
class CustomerEntry {
  private final Database database;
  private final CustomerRegister register;
  private final Assignments assignments;
  private final StaffRoster roster;
  private final BlindIndexes indexes;
  private final Presentations presentations;
  private final AuditOutbox outbox;
  private final Clock clock;

  CustomerEntry(
      Database database,
      CustomerRegister register,
      Assignments assignments,
      StaffRoster roster,
      BlindIndexes indexes,
      Presentations presentations,
      AuditOutbox outbox,
      Clock clock) {
    this.database = database;
    this.register = register;
    this.assignments = assignments;
    this.roster = roster;
    this.indexes = indexes;
    this.presentations = presentations;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Admits the person. One who is known already is recognised and keeps her client manager.
   *
   * @throws ProblemException {@code VALUE_INVALID} with every fault by field and DR code; {@code
   *     NOTICE_NOT_PRESENTED} for somebody new who was not shown the notice in force before (PIPL
   *     17)
   */
  CustomerRegister.Admitted enter(Actor actor, EntryRequest request) {
    LocalDate today = BusinessTime.today(clock);
    Map<Fact, String> typed = request.said();
    FactRules.Beside beside = beside(typed);
    Map<Fact, String> values = new EnumMap<>(Fact.class);
    List<Problem.Fault> faults = new ArrayList<>();
    typed.forEach((fact, raw) -> {
      Verdict verdict = FactRules.check(fact, raw, beside, today);
      values.put(fact, verdict.value());
      verdict.defects().stream()
          .filter(code -> code.severity() == Severity.E)
          .forEach(code -> faults.add(fault(fact, code)));
    });
    String mobile = values.get(Fact.MOBILE);
    if (mobile != null && isStaff(actor, mobile)) {
      faults.add(fault(Fact.MOBILE, DefectCode.PHONE_IS_STAFF));
    }
    if (!faults.isEmpty()) {
      refuse(actor, faults);
    }
    PersonFacts person = person(values);
    String said = request.customerId();
    CustomerId reference = said == null || said.isBlank() ? null : CustomerId.parse(said);
    requireInformed(actor, person, reference, today);
    return admit(actor, person, reference);
  }

  /** Nothing is collected of somebody new before she was told (R-CN-01). */
  private void requireInformed(
      Actor actor, PersonFacts person, @Nullable CustomerId reference, LocalDate today) {
    boolean known =
        database.read(
            actor.controller(), handle -> register.knows(handle, actor.controller(), person));
    if (known) {
      return;
    }
    if (reference == null
        || !presentations.wasInformed(reference, Announcements.isChild(person, today))) {
      throw new ProblemException(ProblemCode.NOTICE_NOT_PRESENTED);
    }
  }

  private CustomerRegister.Admitted admit(
      Actor actor, PersonFacts person, @Nullable CustomerId reference) {
    Provenance provenance = Provenance.unverified("staff:" + actor.id(), clock.instant());
    return database.write(
        actor.controller(),
        handle -> {
          CustomerRegister.Admitted admitted =
              register.admit(handle, actor.controller(), actor, provenance, person, reference);
          String employee = actor.employeeNo();
          if (admitted.created() && employee != null) {
            assignments.add(
                handle,
                actor.controller(),
                List.of(new Assignments.Assignment(admitted.id(), employee)));
          }
          return admitted;
        });
  }

  private void refuse(Actor actor, List<Problem.Fault> faults) {
    outbox.recordDurably(
        List.of(
            AuditEvents.of(actor, "customer.create.rejected", clock)
                .resource("customer", null, faults.stream().map(Problem.Fault::field).toList())
                .reason(faults.getFirst().code())
                .build()));
    throw new ProblemException(ProblemCode.VALUE_INVALID, null, faults);
  }

  private boolean isStaff(Actor actor, String mobile) {
    List<byte[]> every = indexes.of(actor.controller()).every(IndexKind.MOBILE, mobile);
    return database.read(
        actor.controller(),
        handle -> {
          Set<ByteBuffer> staff = roster.mobileIndexes(handle, actor.controller());
          return every.stream().map(ByteBuffer::wrap).anyMatch(staff::contains);
        });
  }

  private static FactRules.Beside beside(Map<Fact, String> said) {
    return new FactRules.Beside(
        find(said, Fact.ID_TYPE).flatMap(FactRules::idType).orElse(null),
        find(said, Fact.GENDER).flatMap(Gender::find).orElse(null),
        find(said, Fact.BIRTH_DATE).flatMap(FactRules::date).orElse(null));
  }

  private static Optional<String> find(Map<Fact, String> said, Fact fact) {
    return Optional.ofNullable(said.get(fact));
  }

  private static Problem.Fault fault(Fact fact, DefectCode code) {
    return new Problem.Fault(fact.wire(), code.name(), code.remedy());
  }

  private static PersonFacts person(Map<Fact, String> values) {
    String number = values.get(Fact.ID_NUMBER);
    String type = values.get(Fact.ID_TYPE);
    return new PersonFacts(
        find(values, Fact.NAME).orElseThrow(),
        values.get(Fact.GENDER),
        date(values.get(Fact.BIRTH_DATE)),
        number != null && type == null ? IdType.RIC.name() : type,
        number,
        date(values.get(Fact.ID_VALID_UNTIL)),
        values.get(Fact.MOBILE),
        values.get(Fact.EMAIL),
        values.get(Fact.ADDRESS),
        values.get(Fact.OCCUPATION),
        values.get(Fact.NATIONALITY));
  }

  private static @Nullable LocalDate date(@Nullable String value) {
    return value == null ? null : LocalDate.parse(value);
  }
}
