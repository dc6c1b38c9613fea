package org.shouxin.consent.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.purpose.Words;
import org.shouxin.consent.recipient.Clause;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.RecipientRole;
import org.shouxin.consent.recipient.Uscc;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;

/**
 * Every combination of roles, purposes, consent states, recipient states and flags against the
 * oracle.
 */
@QuarkusTest
@ConsentServiceTest
class TruthTableTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final ControllerId CONTROLLER = new ControllerId("ctl-donghai");
  private static final UUID PERSON = UUID.fromString("2f4c5c2a-9b0e-4d35-8a55-0c1d2e3f4a5b");
  private static final Set<String> CONTACT_ONLY = Set.of(Category.CONTACT.name());
  private static final Set<String> ALL_CATEGORIES =
      Arrays.stream(Category.values()).map(Enum::name).collect(Collectors.toSet());
  private static final Set<DataField> ALL_FIELDS = EnumSet.allOf(DataField.class);

  @Inject Purposes purposes;
  @Inject Database database;

  private final Oracle oracle = new Oracle();
  private final Map<Set<DataField>, Set<String>> wires = new HashMap<>();

  @Test
  void theRulesAgreeWithTheOracleOnTheWholeTruthTable() {
    List<Purpose> approved =
        database.read(CONTROLLER, handle -> purposes.listInForce(handle, TODAY)).stream()
            .filter(Purpose::approved)
            .toList();
    assertThat(approved.stream().map(Purpose::code)).containsExactlyElementsOf(oracle.purposes());

    List<String> disagreements = new ArrayList<>();
    int compared = 0;
    for (Purpose purpose : approved) {
      for (Role role : Role.values()) {
        for (var consent : consents().entrySet()) {
          for (var recipient : recipients(purpose).entrySet()) {
            for (int flags = 0; flags < 512; flags++) {
              compared++;
              compare(purpose, role, consent, recipient, flags, disagreements);
            }
          }
        }
      }
    }
    assertThat(disagreements).isEmpty();
    assertThat(compared).isEqualTo(22 * 9 * 9 * 8 * 512);
  }

  private void compare(
      Purpose purpose,
      Role role,
      Map.Entry<String, @Nullable ConsentState> consent,
      Map.Entry<String, @Nullable Recipient> recipient,
      int flags,
      List<String> disagreements) {
    boolean herself = (flags & 32) == 0;
    Person person =
        new Person(
            PERSON.toString(),
            (flags & 1) != 0,
            (flags & 2) != 0,
            (flags & 256) != 0,
            (flags & 4) != 0,
            (flags & 8) != 0,
            (flags & 16) != 0);
    // The sixth flag is "another person" for customers and "consented to contact data only" for all
    // others.
    Set<Category> categories =
        herself ? EnumSet.allOf(Category.class) : EnumSet.of(Category.CONTACT);
    // The last flags are a child under 14, and a guardian: who asks, or who decided the consent.
    boolean child = (flags & 64) != 0;
    boolean guardian = (flags & 128) != 0;
    ConsentState state = consent.getValue();
    Facts facts =
        new Facts(
            actor(role, herself),
            null,
            purpose,
            recipient.getValue(),
            person,
            child,
            guardian,
            state == null
                ? null
                : new Facts.Consent(
                    PERSON, state, guardian ? DecidedAs.GUARDIAN : DecidedAs.SELF, categories),
            ALL_FIELDS,
            TODAY,
            NOW);
    Verdict verdict = PermissionRules.decide(facts).verdict();
    @Nullable Set<String> decided =
        switch (verdict) {
          case Verdict.Permit _ -> wires(PermissionRules.necessaryFields(facts));
          case Verdict.Refuse _ -> null;
        };
    Recipient register = recipient.getValue();
    @Nullable Set<String> expected =
        oracle.allowedFields(
            new Oracle.Case(
                role.label(),
                purpose.code(),
                herself,
                child,
                guardian,
                consent.getKey(),
                herself ? ALL_CATEGORIES : CONTACT_ONLY,
                recipient.getKey().split("/")[0],
                recipient.getKey().endsWith("/in"),
                register == null ? Set.of() : wires(register.agreement().fields()),
                person.minor(),
                person.restricted(),
                Boolean.TRUE.equals(person.held()),
                person.assigned(),
                person.contract(),
                person.hasApproval()));
    if (!Objects.equals(decided, expected) && disagreements.size() < 20) {
      disagreements.add(
          purpose.code()
              + " "
              + role
              + " "
              + consent.getKey()
              + " "
              + recipient.getKey()
              + " "
              + person
              + " decided "
              + decided
              + " by "
              + verdict.reason()
              + ", expected "
              + expected);
    }
  }

  private static Map<String, @Nullable ConsentState> consents() {
    Instant before = NOW.minus(Duration.ofDays(10));
    Instant after = NOW.plus(Duration.ofDays(10));
    Map<String, @Nullable ConsentState> states = new LinkedHashMap<>();
    states.put("none", null);
    states.put("requested", new ConsentState.Requested(before));
    states.put("given", new ConsentState.Given(before, after, false).asOf(NOW, true));
    states.put("renewed", new ConsentState.Given(before, after, true).asOf(NOW, true));
    states.put("expired", new ConsentState.Given(before, NOW, false).asOf(NOW, true));
    states.put("stale", new ConsentState.Given(before, after, false).asOf(NOW, false));
    states.put("refused", new ConsentState.Refused(before, after));
    states.put("withdrawn", new ConsentState.Withdrawn(before, before));
    states.put("revoked", new ConsentState.Revoked(before, before));
    return states;
  }

  private static Map<String, @Nullable Recipient> recipients(Purpose purpose) {
    LocalDate far = TODAY.plusYears(3);
    LocalDate yesterday = TODAY.minusDays(1);
    String other = purpose.code().equals("P-12") ? "P-03" : "P-12";
    Map<String, @Nullable Recipient> recipients = new LinkedHashMap<>();
    recipients.put("unknown/out", null);
    recipients.put("good/in", recipient(purpose.code(), far, yesterday, far, TODAY, null));
    recipients.put("good/out", recipient(other, far, yesterday, far, TODAY, null));
    recipients.put(
        "licence expired/in", recipient(purpose.code(), yesterday, yesterday, far, TODAY, null));
    recipients.put(
        "agreement ended/in",
        recipient(purpose.code(), far, yesterday.minusDays(9), yesterday, TODAY, null));
    recipients.put(
        "agreement not started/in",
        recipient(purpose.code(), far, TODAY.plusDays(1), far, TODAY, null));
    recipients.put(
        "review overdue/in",
        recipient(purpose.code(), far, yesterday, far, TODAY.minusMonths(12).minusDays(31), null));
    recipients.put(
        "suspended/in",
        recipient(
            purpose.code(),
            far,
            yesterday,
            far,
            TODAY,
            new Recipient.Suspension(NOW, "DATA_LEAK")));
    return recipients;
  }

  private static Recipient recipient(
      String purpose,
      LocalDate licence,
      LocalDate starts,
      LocalDate ends,
      LocalDate reviewed,
      Recipient.@Nullable Suspension suspension) {
    return new Recipient(
        "partner-haiyun",
        1,
        1,
        "海云代理",
        RecipientRole.INDEPENDENT,
        new Uscc("91310000MA1FL0007C"),
        "CN",
        "上海",
        new Recipient.Contact("privacy@haiyun.example", null),
        new Recipient.Licence("201310000012", licence, null, null),
        new Recipient.Agreement(
            "A-1",
            starts,
            ends,
            EnumSet.allOf(Clause.class),
            Set.of(purpose),
            EnumSet.of(Category.IDENTITY, Category.CONTACT, Category.POLICY),
            EnumSet.of(DataField.NAME, DataField.MOBILE, DataField.EMAIL, DataField.POLICIES),
            new Words("查询", "queries")),
        new Recipient.Assessment("PIPIA-1", starts),
        reviewed,
        null,
        suspension);
  }

  private static Actor actor(Role role, boolean herself) {
    UUID self = herself ? PERSON : new UUID(7, 7);
    return switch (role) {
      case CUSTOMER ->
          new Actor(
              ActorKind.CUSTOMER,
              self.toString(),
              CONTROLLER,
              Set.of(role),
              null,
              null,
              null,
              null,
              new CustomerId(self));
      case PARTNER ->
          new Actor(
              ActorKind.PARTNER,
              "partner-haiyun",
              CONTROLLER,
              Set.of(role),
              "partner-haiyun",
              null,
              null,
              "partner-haiyun",
              null);
      case SERVICE -> actor(ActorKind.SYSTEM, role);
      case REGULATOR -> actor(ActorKind.REGULATOR, role);
      case CLIENT_MANAGER, SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR, OPERATOR ->
          actor(ActorKind.EMPLOYEE, role);
    };
  }

  private static Actor actor(ActorKind kind, Role role) {
    return new Actor(
        kind, "1024", CONTROLLER, Set.of(role), CONTROLLER.value(), "1024", null, null, null);
  }

  /** Asked for millions of times, of a few sets. */
  private Set<String> wires(Set<DataField> fields) {
    return wires.computeIfAbsent(
        fields, some -> some.stream().map(DataField::wire).collect(Collectors.toSet()));
  }
}
