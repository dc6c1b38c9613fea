package org.shouxin.consent.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.consent.permission.MadeUp.CONTROLLER;
import static org.shouxin.consent.permission.MadeUp.NOW;
import static org.shouxin.consent.permission.MadeUp.TODAY;
import static org.shouxin.consent.permission.MadeUp.customer;
import static org.shouxin.consent.permission.MadeUp.goingOn;
import static org.shouxin.consent.permission.MadeUp.purpose;
import static org.shouxin.consent.permission.MadeUp.recipient;
import static org.shouxin.consent.permission.MadeUp.regulator;
import static org.shouxin.consent.permission.MadeUp.staff;
import static org.shouxin.consent.permission.MadeUp.with;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Evidence;
import org.shouxin.consent.purpose.LegalBasis;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;

/**
 * Each rule of permission alone, with the reason it gives (the truth table compares verdicts, not
 * reasons).
 */
class PermissionRulesTest {
  private static final UUID PERSON = UUID.fromString("2f4c5c2a-9b0e-4d35-8a55-0c1d2e3f4a5b");
  private static final Person HERSELF =
      new Person(PERSON.toString(), false, false, null, true, true, null);

  /** A manager of hers asks for everything, on a contract that is in force. */
  private static final Facts MANAGER =
      new Facts(
          staff(Role.CLIENT_MANAGER),
          null,
          purpose(Evidence.CONTRACT),
          null,
          HERSELF,
          false,
          false,
          null,
          EnumSet.allOf(DataField.class),
          TODAY,
          NOW);

  private static final Facts PARTNER =
      by(
          new Actor(
              ActorKind.PARTNER,
              "partner-haiyun",
              CONTROLLER,
              Set.of(Role.PARTNER),
              "partner-haiyun",
              null,
              null,
              "partner-haiyun",
              null),
          new Situation(MANAGER)
              .recipient(recipient(null, "P-12"))
              .consent(given(EnumSet.allOf(Category.class)))
              .facts());

  @Test
  void anObjectionToTheCallerComesBeforeEverything() {
    assertRefused(
        new Situation(MANAGER)
            .objection(ReasonCode.TRAINING_REQUIRED)
            .purpose(with(purpose(Evidence.CONTRACT), Set.of("auditor")))
            .facts(),
        "PERM-00-CALLER",
        ReasonCode.TRAINING_REQUIRED);
  }

  @Test
  void aRoleThatThePurposeDoesNotNameIsRefused() {
    assertRefused(
        new Situation(MANAGER).purpose(with(purpose(Evidence.CONTRACT), Set.of("auditor"))).facts(),
        "PERM-01-ROLE",
        ReasonCode.ROLE_NOT_ALLOWED);
  }

  @Test
  void aPersonSeesHerOwnDataAndHerChildsAndNobodyElses() {
    Facts own = by(customer(PERSON), MANAGER);
    assertPermitted(own, "PERM-02-SELF", ReasonCode.SELF_ACCESS, LegalBasis.OWN_DATA);
    assertThat(PermissionRules.needsConsent(own)).isFalse();

    Facts other = by(customer(new UUID(7, 7)), MANAGER);
    assertRefused(other, "PERM-02-SELF", ReasonCode.NOT_SELF);
    assertPermitted(
        new Situation(other).ward(true).facts(),
        "PERM-02-SELF",
        ReasonCode.GUARDIAN_ACCESS,
        LegalBasis.OWN_DATA);
  }

  @Test
  void aPartnerNeedsGoodStandingAndAnAgreementThatNamesThePurpose() {
    assertPermitted(PARTNER, "PERM-08-CONSENT", ReasonCode.CONSENT_IN_FORCE, LegalBasis.CONSENT);
    assertRefused(
        new Situation(PARTNER).recipient(null).facts(),
        "PERM-03-RECIPIENT",
        ReasonCode.RECIPIENT_INACTIVE);
    assertRefused(
        new Situation(PARTNER)
            .recipient(recipient(new Recipient.Suspension(NOW, "DATA_LEAK"), "P-12"))
            .facts(),
        "PERM-03-RECIPIENT",
        ReasonCode.RECIPIENT_INACTIVE);
    assertRefused(
        new Situation(PARTNER).recipient(recipient(null, "P-03")).facts(),
        "PERM-04-AGREEMENT",
        ReasonCode.PURPOSE_NOT_IN_AGREEMENT);
  }

  @Test
  void aPartnersRefusalSaysWhichSideOfItIsNotInOrder() {
    assertThat(standing(null)).isEqualTo(ProblemCode.RECIPIENT_INACTIVE);
    assertThat(standing(recipient(null, "P-12"))).isNull();
    assertThat(standing(recipient(null, "P-03"))).isEqualTo(ProblemCode.RECIPIENT_INACTIVE);
    assertThat(standing(recipient(new Recipient.Suspension(NOW, "DATA_LEAK"), "P-12")))
        .isEqualTo(ProblemCode.PARTNER_SUSPENDED);
    assertThat(standing(recipient(null, "P-12", TODAY.plusDays(1))))
        .isEqualTo(ProblemCode.RECIPIENT_INACTIVE);
    assertThat(PartnerStanding.refusal(MANAGER.actor(), null, "P-12", TODAY)).isNull();
  }

  @Test
  void restrictedDataAreOnlyKeptUnlessThePurposeGoesOn() {
    Person restricted = new Person(HERSELF.id(), false, true, null, true, true, null);
    assertRefused(
        new Situation(MANAGER).person(restricted).facts(),
        "PERM-05-RESTRICTION",
        ReasonCode.RESTRICTED);
    assertPermitted(
        new Situation(MANAGER).person(restricted).purpose(goingOn()).facts(),
        "PERM-09-CONTRACT",
        ReasonCode.CONTRACT,
        LegalBasis.CONTRACT);
  }

  @Test
  void aManagerSeesHerOwnCustomersOrWithAnApprovalAndAnOfficerEverybody() {
    Person stranger = new Person(HERSELF.id(), false, false, null, false, true, null);
    for (Role role : EnumSet.of(Role.CLIENT_MANAGER, Role.SUPERVISOR)) {
      Facts asked = by(staff(role), new Situation(MANAGER).person(stranger).facts());
      assertRefused(asked, "PERM-06-ASSIGNMENT", ReasonCode.NOT_ASSIGNED);
    }
    assertPermitted(
        new Situation(MANAGER)
            .person(new Person(HERSELF.id(), false, false, null, false, true, true))
            .facts(),
        "PERM-09-CONTRACT",
        ReasonCode.CONTRACT,
        LegalBasis.CONTRACT);
    assertPermitted(
        by(staff(Role.COMPLIANCE_OFFICER), new Situation(MANAGER).person(stranger).facts()),
        "PERM-09-CONTRACT",
        ReasonCode.CONTRACT,
        LegalBasis.CONTRACT);
  }

  /** A second role does not free her of the assignment where the purpose does not name it. */
  @Test
  void onlyARoleOfThePurposeFreesOfTheAssignment() {
    Actor both =
        new Actor(
            ActorKind.EMPLOYEE,
            "1024",
            CONTROLLER,
            Set.of(Role.CLIENT_MANAGER, Role.COMPLIANCE_OFFICER),
            CONTROLLER.value(),
            "1024",
            null,
            null,
            null);
    Situation asked =
        new Situation(by(both, MANAGER))
            .person(new Person(HERSELF.id(), false, false, null, false, true, null));
    assertRefused(
        asked.purpose(with(purpose(Evidence.CONTRACT), Set.of("client-manager"))).facts(),
        "PERM-06-ASSIGNMENT",
        ReasonCode.NOT_ASSIGNED);
  }

  @Test
  void minorsNeedAnApprovalForStaffAndAreClosedToPartners() {
    Person minor = new Person(HERSELF.id(), true, false, null, true, true, null);
    Person approved = new Person(HERSELF.id(), true, false, null, true, true, true);
    assertRefused(
        new Situation(MANAGER).person(minor).facts(), "PERM-07-MINOR", ReasonCode.MINOR_APPROVAL);
    assertPermitted(
        new Situation(MANAGER).person(approved).facts(),
        "PERM-09-CONTRACT",
        ReasonCode.CONTRACT,
        LegalBasis.CONTRACT);
    assertRefused(
        new Situation(PARTNER).person(approved).facts(),
        "PERM-07-MINOR",
        ReasonCode.MINOR_APPROVAL);
    assertPermitted(
        by(regulator(), new Situation(MANAGER).person(minor).facts()),
        "PERM-09-CONTRACT",
        ReasonCode.CONTRACT,
        LegalBasis.CONTRACT);
  }

  @Test
  void everyStateOfAConsentButInForceHasItsOwnRefusal() {
    Instant before = NOW.minus(Duration.ofDays(10));
    Instant after = NOW.plus(Duration.ofDays(10));
    ConsentState.Given over = new ConsentState.Given(before, NOW, false);
    ConsentState.Given runs = new ConsentState.Given(before, after, false);
    Map.of(
            new ConsentState.Requested(before),
            ReasonCode.NO_CONSENT,
            new ConsentState.Refused(before, after),
            ReasonCode.CONSENT_REFUSED,
            new ConsentState.Withdrawn(before, before),
            ReasonCode.CONSENT_WITHDRAWN,
            new ConsentState.Revoked(before, before),
            ReasonCode.CONSENT_REVOKED,
            over.asOf(NOW, true),
            ReasonCode.CONSENT_EXPIRED,
            runs.asOf(NOW, false),
            ReasonCode.CONSENT_STALE)
        .forEach((state, reason) ->
            assertRefused(
                new Situation(PARTNER)
                    .consent(
                        new Facts.Consent(
                            PERSON, state, DecidedAs.SELF, EnumSet.allOf(Category.class)))
                    .facts(),
                "PERM-08-CONSENT",
                reason));
    assertRefused(
        new Situation(PARTNER).consent(null).facts(), "PERM-08-CONSENT", ReasonCode.NO_CONSENT);
  }

  @Test
  void onlyAGuardiansConsentCountsForAChildAndAChildsOwnIsNamedAsSuch() {
    Facts.Consent own = given(EnumSet.allOf(Category.class));
    Facts.Consent guardians =
        new Facts.Consent(own.id(), own.state(), DecidedAs.GUARDIAN, own.categories());
    Situation child = new Situation(PARTNER).child(true);
    assertRefused(child.consent(own).facts(), "PERM-08-CONSENT", ReasonCode.GUARDIAN_REQUIRED);
    assertPermitted(
        child.consent(guardians).facts(),
        "PERM-08-CONSENT",
        ReasonCode.CONSENT_IN_FORCE,
        LegalBasis.CONSENT);
    assertRefused(
        child
            .consent(
                new Facts.Consent(
                    own.id(),
                    new ConsentState.Withdrawn(NOW, NOW),
                    DecidedAs.SELF,
                    own.categories()))
            .facts(),
        "PERM-08-CONSENT",
        ReasonCode.CONSENT_WITHDRAWN);
  }

  @Test
  void staffNeedAConsentOnlyWhereThePurposeRestsOnOne() {
    Situation asked = new Situation(MANAGER);
    assertRefused(
        asked.purpose(purpose(Evidence.CONSENT)).facts(), "PERM-08-CONSENT", ReasonCode.NO_CONSENT);
    for (Evidence evidence : EnumSet.complementOf(EnumSet.of(Evidence.CONSENT))) {
      assertThat(PermissionRules.needsConsent(asked.purpose(purpose(evidence)).facts())).isFalse();
    }
    assertPermitted(
        asked.purpose(purpose(Evidence.NONE)).facts(),
        "PERM-10-STATUTE",
        ReasonCode.STATUTORY,
        LegalBasis.STATUTORY);
  }

  @Test
  void aRequestCarriesWithoutAContractOnlyForWhoseCustomerSheIs() {
    Purpose requested = purpose(Evidence.REQUEST);
    Situation asked = new Situation(by(staff(Role.COMPLIANCE_OFFICER), MANAGER)).purpose(requested);
    assertPermitted(asked.facts(), "PERM-09-CONTRACT", ReasonCode.CONTRACT, LegalBasis.CONTRACT);
    assertPermitted(
        asked.person(new Person(HERSELF.id(), false, false, null, true, false, null)).facts(),
        "PERM-09-CONTRACT",
        ReasonCode.REQUESTED_SERVICE,
        LegalBasis.CONTRACT);
    Person nobodys = new Person(HERSELF.id(), false, false, null, false, false, null);
    assertRefused(asked.person(nobodys).facts(), "PERM-09-CONTRACT", ReasonCode.NO_CONTRACT);
    assertRefused(
        asked.person(nobodys).purpose(purpose(Evidence.CONTRACT)).facts(),
        "PERM-09-CONTRACT",
        ReasonCode.NO_CONTRACT);
  }

  @Test
  void onlyFieldsOfPurposeAgreementAndConsentAlikeAreGiven() {
    assertThat(PermissionRules.necessaryFields(MANAGER))
        .containsExactlyInAnyOrder(
            DataField.NAME, DataField.ID_NUMBER, DataField.MOBILE, DataField.EMAIL);
    assertThat(PermissionRules.necessaryFields(PARTNER))
        .as("the number is not in the agreement, and of the agreement's categories no address is")
        .containsExactlyInAnyOrder(DataField.NAME, DataField.MOBILE);
    assertThat(
            PermissionRules.necessaryFields(
                new Situation(PARTNER).consent(given(EnumSet.of(Category.CONTACT))).facts()))
        .containsExactly(DataField.MOBILE);
    Situation mobile = new Situation(MANAGER).asked(Set.of(DataField.MOBILE));
    assertThat(PermissionRules.necessaryFields(mobile.facts())).containsExactly(DataField.MOBILE);
    assertThat(
            PermissionRules.necessaryFields(
                mobile.consent(given(EnumSet.of(Category.IDENTITY))).facts()))
        .as("a consent cuts nothing where none is needed")
        .containsExactly(DataField.MOBILE);
    assertThat(
            PermissionRules.necessaryFields(
                mobile.consent(null).recipient(recipient(null, "P-03")).facts()))
        .as("an agreement binds its partner only")
        .containsExactly(DataField.MOBILE);
  }

  private static void assertPermitted(
      Facts facts, String rule, ReasonCode reason, LegalBasis basis) {
    PermissionRules.Ruling ruling = PermissionRules.decide(facts);
    assertThat(ruling.verdict()).isEqualTo(new Verdict.Permit(reason, basis));
    assertThat(ruling.rule().id()).isEqualTo(rule);
  }

  private static void assertRefused(Facts facts, String rule, ReasonCode reason) {
    PermissionRules.Ruling ruling = PermissionRules.decide(facts);
    assertThat(ruling.verdict()).isEqualTo(new Verdict.Refuse(reason));
    assertThat(ruling.rule().id()).isEqualTo(rule);
  }

  private static @Nullable ProblemCode standing(@Nullable Recipient recipient) {
    return PartnerStanding.refusal(PARTNER.actor(), recipient, "P-12", TODAY);
  }

  private static Facts.Consent given(Set<Category> categories) {
    ConsentState.Given state =
        new ConsentState.Given(
            NOW.minus(Duration.ofDays(10)), NOW.plus(Duration.ofDays(10)), false);
    return new Facts.Consent(PERSON, state.asOf(NOW, true), DecidedAs.SELF, categories);
  }

  private static Facts by(Actor actor, Facts facts) {
    return new Situation(facts).actor(actor).facts();
  }
}
