package org.shouxin.consent.permission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Evidence;
import org.shouxin.consent.purpose.LegalBasis;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.PurposeStatus;
import org.shouxin.consent.purpose.SeparateConsent;
import org.shouxin.consent.purpose.Withdrawal;
import org.shouxin.consent.purpose.Words;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.RecipientRole;
import org.shouxin.consent.recipient.Uscc;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;

/** Callers, purposes and recipients of a made-up controller, of whom a test varies one thing. */
final class MadeUp {
  static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  static final ControllerId CONTROLLER = new ControllerId("ctl-donghai");
  private static final Words WORDS = new Words("续保", "renewal");

  private MadeUp() {}

  static Actor staff(Role role) {
    return new Actor(
        ActorKind.EMPLOYEE,
        "1024",
        CONTROLLER,
        Set.of(role),
        CONTROLLER.value(),
        "1024",
        null,
        null,
        null);
  }

  static Actor regulator() {
    return new Actor(
        ActorKind.REGULATOR,
        "9001",
        CONTROLLER,
        Set.of(Role.REGULATOR),
        CONTROLLER.value(),
        "9001",
        null,
        null,
        null);
  }

  static Actor customer(UUID id) {
    return new Actor(
        ActorKind.CUSTOMER,
        id.toString(),
        CONTROLLER,
        Set.of(Role.CUSTOMER),
        null,
        null,
        null,
        null,
        new CustomerId(id));
  }

  static Purpose purpose(Evidence evidence) {
    return new Purpose(
        "P-12",
        1,
        1,
        PurposeStatus.APPROVED,
        TODAY,
        WORDS,
        WORDS,
        WORDS,
        evidence == Evidence.NONE ? LegalBasis.STATUTORY : LegalBasis.CONSENT,
        "PIPL 13",
        evidence,
        SeparateConsent.NO,
        Withdrawal.ANY_TIME,
        WORDS,
        true,
        true,
        null,
        Set.of(
            "client-manager",
            "supervisor",
            "compliance-officer",
            "partner",
            "customer",
            "regulator"),
        EnumSet.allOf(Category.class),
        EnumSet.of(DataField.NAME, DataField.ID_NUMBER, DataField.MOBILE, DataField.EMAIL),
        false,
        Period.ofYears(1),
        "RT-01",
        WORDS,
        null);
  }

  static Purpose with(Purpose purpose, Set<String> roles) {
    return varied(purpose, roles, purpose.allowedWhenRestricted());
  }

  static Purpose goingOn() {
    Purpose purpose = purpose(Evidence.CONTRACT);
    return varied(purpose, purpose.roles(), true);
  }

  static Purpose varied(Purpose p, Set<String> roles, boolean allowedWhenRestricted) {
    return new Purpose(
        p.code(),
        p.version(),
        p.termsVersion(),
        p.status(),
        p.validFrom(),
        p.name(),
        p.words(),
        p.method(),
        p.basis(),
        p.article(),
        p.evidence(),
        p.separate(),
        p.withdrawal(),
        p.withdrawalEffect(),
        p.consentApplicable(),
        p.recipientRequired(),
        p.dpvIri(),
        roles,
        p.categories(),
        p.fields(),
        allowedWhenRestricted,
        p.consentPeriod(),
        p.retentionClass(),
        p.retention(),
        p.pipiaReference());
  }

  static Recipient recipient(Recipient.@Nullable Suspension suspension, String purpose) {
    return recipient(suspension, purpose, TODAY.minusDays(1));
  }

  static Recipient recipient(
      Recipient.@Nullable Suspension suspension, String purpose, LocalDate starts) {
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
        new Recipient.Licence("201310000012", TODAY.plusYears(3), null, null),
        new Recipient.Agreement(
            "A-1",
            starts,
            TODAY.plusYears(3),
            Set.of(),
            Set.of(purpose),
            EnumSet.of(Category.IDENTITY, Category.CONTACT),
            EnumSet.of(DataField.NAME, DataField.MOBILE, DataField.POLICIES),
            WORDS),
        new Recipient.Assessment("PIPIA-1", TODAY),
        TODAY,
        null,
        suspension);
  }
}
