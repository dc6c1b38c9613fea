package org.shouxin.records;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;
import org.shouxin.records.customer.Admission;
import org.shouxin.records.customer.CustomerRegister;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.customer.Provenance;

/**
 * People and policies for tests; each has numbers of its own, born in 1900 so that nobody living is
 * hit.
 */
@ApplicationScoped
public class Book {
  public static final ControllerId DONGHAI = new ControllerId("ctl-donghai");
  public static final ControllerId XINGHE = new ControllerId("ctl-xinghe");
  private static final AtomicInteger SEQUENCE = new AtomicInteger();
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private final Database database;
  private final CustomerRegister register;
  private final Clock clock;

  Book(Database database, CustomerRegister register, Clock clock) {
    this.database = database;
    this.register = register;
    this.clock = clock;
  }

  /** A person with a valid identity number and mobile that no other has. */
  public static PersonFacts person(String name) {
    return person(name, LocalDate.of(1900, 2, 28));
  }

  public static PersonFacts person(String name, LocalDate birthDate) {
    int sequence = SEQUENCE.incrementAndGet();
    return new PersonFacts(
        name,
        "F",
        birthDate,
        "RIC",
        makeRic("3101%02d".formatted(1 + sequence / 499), birthDate, sequence % 499 * 2),
        LocalDate.of(9999, 12, 31),
        "1380013%04d".formatted(sequence),
        "lin%d@example.com".formatted(sequence),
        "\u4e0a\u6d77\u5e02\u6d66\u4e1c\u65b0\u533a\u4e16\u7eaa\u5927\u9053%d\u53f7"
            .formatted(sequence),
        null,
        null);
  }

  /** As most beneficiaries are known: by name and number, without a birth date beside it. */
  public static PersonFacts byNumber(PersonFacts person) {
    return new PersonFacts(
        person.name(), null, null, "RIC", person.idNumber(), null, null, null, null, null, null);
  }

  /** A valid number of GB 11643; an even sequence is a woman's. */
  public static String makeRic(String region, LocalDate birthDate, int sequence) {
    String first =
        region + birthDate.toString().replace("-", "") + "%03d".formatted(sequence % 1000);
    int sum = 0;
    for (int i = 0; i < first.length(); i++) {
      sum += (first.charAt(i) - '0') * WEIGHTS[i];
    }
    return first + "10X98765432".charAt(sum % 11);
  }

  public static PolicyFile policy(String number, PersonFacts applicant, PersonFacts insured) {
    return new PolicyFile(
        "TB" + number,
        number,
        "\u5e73\u548c\u4eba\u5bff",
        "\u4e24\u5168\u4fdd\u9669",
        LocalDate.of(2024, 3, 6),
        LocalDate.of(2044, 3, 5),
        new BigDecimal("300000"),
        new BigDecimal("14376.00"),
        applicant,
        insured,
        null,
        List.of(),
        null,
        null,
        "1024",
        1);
  }

  public static String nextPolicyNumber() {
    return "PA2024%06d".formatted(SEQUENCE.incrementAndGet());
  }

  /** An importer's actor. */
  public static Actor importer(ControllerId controller) {
    return new Actor(
        ActorKind.EMPLOYEE,
        "importer",
        controller,
        Set.of(Role.COMPLIANCE_OFFICER),
        controller.value(),
        null,
        null,
        null,
        null);
  }

  public Admission admit(ControllerId controller, PolicyFile... policies) {
    return database.write(
        controller,
        handle ->
            register.admit(
                handle,
                controller,
                importer(controller),
                Provenance.unverified("import:test", clock.instant()),
                List.of(policies)));
  }

  /** One person at Donghai. */
  public CustomerId admit(PersonFacts person) {
    return admit(DONGHAI, person);
  }

  public CustomerId admit(ControllerId controller, PersonFacts person) {
    return database
        .write(
            controller,
            handle ->
                register.admit(
                    handle,
                    controller,
                    importer(controller),
                    Provenance.unverified("import:test", clock.instant()),
                    person,
                    null))
        .id();
  }

  /** Types of the audit events about this customer, in order. */
  public List<String> events(CustomerId subject) {
    return database.systemRead(handle ->
        handle
            .createQuery(
                """
                select body::jsonb ->> 'type' from audit_outbox
                 where body::jsonb ->> 'subjectRef' = :subject order by transaction_id, id\
                """)
            .bind("subject", subject.toString())
            .mapTo(String.class)
            .list());
  }

  /** Types of all audit events of one actor so far: jobs of the service write too. */
  public List<String> eventsBy(String actor) {
    return database.systemRead(handle ->
        handle
            .createQuery(
                "select body::jsonb ->> 'type' from audit_outbox"
                    + " where body::jsonb -> 'actor' ->> 'id' = ? order by transaction_id, id")
            .bind(0, actor)
            .mapTo(String.class)
            .list());
  }

  /** Bodies of all audit events so far. */
  public List<String> eventBodies() {
    return database.systemRead(handle ->
        handle
            .createQuery("select body from audit_outbox order by transaction_id, id")
            .mapTo(String.class)
            .list());
  }
}
