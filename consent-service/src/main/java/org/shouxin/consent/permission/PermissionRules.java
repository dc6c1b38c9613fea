package org.shouxin.consent.permission;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.LegalBasis;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Standing;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Role;

/**
 * The rules of the one decision, in the order they are asked; the first that has an opinion
 * decides. What they compare with (roles, fields, bases, agreements) is effective-dated data of
 * purposes and recipients.
 */
final class PermissionRules {

  /**
   * Names the rules below; it grows with any change to them. The law they follow is that of this
   * date.
   */
  static final String VERSION = "2026-11-22.3";

  /** Staff who see only customers in their own care or their team's (DR-13). */
  private static final Set<Role> ASSIGNED_ONLY = Set.of(Role.CLIENT_MANAGER, Role.SUPERVISOR);

  /** A named rule; empty when it has no opinion on these facts. */
  record Rule(String id, String source, Function<Facts, Optional<Verdict>> opinion) {}

  /** The rule that decided and what it said. */
  record Ruling(Rule rule, Verdict verdict) {}

  static final List<Rule> IN_ORDER =
      List.of(
          new Rule(
              "PERM-00-CALLER", "R-AC-03, R-AC-06, R-AC-07", PermissionRules::callerMayAskAtAll),
          new Rule("PERM-01-ROLE", "R-CN-04, DR-13", PermissionRules::roleIsOfThePurpose),
          new Rule("PERM-02-SELF", "PIPL 31, 44, 45", PermissionRules::personSeesHerOwnDataOnly),
          new Rule(
              "PERM-03-RECIPIENT", "R-CN-05, R-PT-01", PermissionRules::recipientIsInGoodStanding),
          new Rule("PERM-04-AGREEMENT", "R-PT-02", PermissionRules::agreementIncludesThePurpose),
          new Rule("PERM-05-RESTRICTION", "PIPL 47", PermissionRules::restrictedDataAreOnlyKept),
          new Rule(
              "PERM-06-ASSIGNMENT", "R-AC-01, DR-13", PermissionRules::staffSeeTheirOwnCustomers),
          new Rule("PERM-07-MINOR", "Minors regs 36, DR-13", PermissionRules::minorsAreShielded),
          new Rule("PERM-08-CONSENT", "PIPL 13-1, 14, 23, 31", PermissionRules::consentIsInForce),
          new Rule("PERM-09-CONTRACT", "PIPL 13-2", PermissionRules::contractCarriesIt),
          new Rule("PERM-10-STATUTE", "PIPL 13-3", PermissionRules::lawDemandsIt));

  private PermissionRules() {}

  /** The first opinion in order; the last rule always has one. */
  static Ruling decide(Facts facts) {
    for (Rule rule : IN_ORDER) {
      Optional<Verdict> opinion = rule.opinion().apply(facts);
      if (opinion.isPresent()) {
        return new Ruling(rule, opinion.get());
      }
    }
    throw new IllegalStateException("the last rule has no opinion");
  }

  /**
   * The asked fields that are necessary: of the purpose, the agreement and the consent alike (PIPL
   * 6).
   */
  static Set<DataField> necessaryFields(Facts facts) {
    Recipient recipient = facts.actor().kind() == ActorKind.PARTNER ? facts.recipient() : null;
    Facts.Consent consent = needsConsent(facts) ? facts.consent() : null;
    return facts.asked().stream()
        .filter(field -> facts.purpose().fields().contains(field))
        .filter(field -> recipient == null || isInScope(recipient, field))
        .filter(field -> consent == null || consent.categories().contains(field.category()))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Cleared, in position, not banned: before anybody's data are thought of. */
  private static Optional<Verdict> callerMayAskAtAll(Facts facts) {
    return Optional.ofNullable(facts.objection()).map(Verdict.Refuse::new);
  }

  private static Optional<Verdict> roleIsOfThePurpose(Facts facts) {
    boolean allowed =
        facts.actor().roles().stream()
            .anyMatch(role -> facts.purpose().roles().contains(role.label()));
    return refuseUnless(allowed, ReasonCode.ROLE_NOT_ALLOWED);
  }

  /** A guardian exercises a child's rights as her own (PIPL 31). */
  private static Optional<Verdict> personSeesHerOwnDataOnly(Facts facts) {
    if (facts.actor().kind() != ActorKind.CUSTOMER) {
      return Optional.empty();
    }
    boolean herself = facts.actor().id().equals(facts.person().id());
    if (herself) {
      return Optional.of(new Verdict.Permit(ReasonCode.SELF_ACCESS, LegalBasis.OWN_DATA));
    }
    return Optional.of(
        facts.ward()
            ? new Verdict.Permit(ReasonCode.GUARDIAN_ACCESS, LegalBasis.OWN_DATA)
            : new Verdict.Refuse(ReasonCode.NOT_SELF));
  }

  private static Optional<Verdict> recipientIsInGoodStanding(Facts facts) {
    if (facts.actor().kind() != ActorKind.PARTNER) {
      return Optional.empty();
    }
    Recipient recipient = facts.recipient();
    return refuseUnless(
        recipient != null && recipient.standingOn(facts.today()) == Standing.ACTIVE,
        ReasonCode.RECIPIENT_INACTIVE);
  }

  private static Optional<Verdict> agreementIncludesThePurpose(Facts facts) {
    Recipient recipient = facts.recipient();
    if (facts.actor().kind() != ActorKind.PARTNER || recipient == null) {
      return Optional.empty();
    }
    return refuseUnless(
        recipient.agreement().purposes().contains(facts.purpose().code()),
        ReasonCode.PURPOSE_NOT_IN_AGREEMENT);
  }

  private static Optional<Verdict> restrictedDataAreOnlyKept(Facts facts) {
    return refuseUnless(
        !facts.person().restricted() || facts.purpose().allowedWhenRestricted(),
        ReasonCode.RESTRICTED);
  }

  private static Optional<Verdict> staffSeeTheirOwnCustomers(Facts facts) {
    if (facts.actor().kind() != ActorKind.EMPLOYEE) {
      return Optional.empty();
    }
    boolean freeOfAssignment =
        facts.actor().roles().stream()
            .filter(role -> facts.purpose().roles().contains(role.label()))
            .anyMatch(role -> !ASSIGNED_ONLY.contains(role));
    return refuseUnless(
        freeOfAssignment || facts.person().assigned() || facts.person().hasApproval(),
        ReasonCode.NOT_ASSIGNED);
  }

  /** Staff need an approval; partners get nothing of a minor (DR-13). */
  private static Optional<Verdict> minorsAreShielded(Facts facts) {
    boolean open =
        !facts.person().minor()
            || switch (facts.actor().kind()) {
              case EMPLOYEE -> facts.person().hasApproval();
              case PARTNER -> false;
              case CUSTOMER, SYSTEM, REGULATOR -> true;
            };
    return refuseUnless(open, ReasonCode.MINOR_APPROVAL);
  }

  private static Optional<Verdict> consentIsInForce(Facts facts) {
    if (!needsConsent(facts)) {
      return Optional.empty();
    }
    Facts.Consent consent = facts.consent();
    if (consent == null) {
      return Optional.of(new Verdict.Refuse(ReasonCode.NO_CONSENT));
    }
    Verdict verdict = verdictOn(consent.state());
    boolean decidedByChild = facts.child() && consent.decidedAs() != DecidedAs.GUARDIAN;
    return Optional.of(
        verdict instanceof Verdict.Permit && decidedByChild
            ? new Verdict.Refuse(ReasonCode.GUARDIAN_REQUIRED)
            : verdict);
  }

  private static Optional<Verdict> contractCarriesIt(Facts facts) {
    return switch (facts.purpose().evidence()) {
      case CONTRACT -> Optional.of(byContract(facts.person().contract()));
      case REQUEST ->
          Optional.of(
              facts.person().contract() || !facts.person().assigned()
                  ? byContract(facts.person().contract())
                  : new Verdict.Permit(ReasonCode.REQUESTED_SERVICE, LegalBasis.CONTRACT));
      case CONSENT, NONE -> Optional.empty();
    };
  }

  private static Optional<Verdict> lawDemandsIt(Facts facts) {
    return Optional.of(new Verdict.Permit(ReasonCode.STATUTORY, facts.purpose().basis()));
  }

  /**
   * A partner always needs the person's consent to itself, whatever carries the controller (PIPL
   * 23).
   */
  static boolean needsConsent(Facts facts) {
    Purpose purpose = facts.purpose();
    return switch (facts.actor().kind()) {
      case PARTNER -> true;
      case CUSTOMER -> false;
      case EMPLOYEE, SYSTEM, REGULATOR ->
          switch (purpose.evidence()) {
            case CONSENT -> true;
            case CONTRACT, REQUEST, NONE -> false;
          };
    };
  }

  private static Verdict verdictOn(ConsentState state) {
    return switch (state) {
      case ConsentState.Given _ ->
          new Verdict.Permit(ReasonCode.CONSENT_IN_FORCE, LegalBasis.CONSENT);
      case ConsentState.Requested _ -> new Verdict.Refuse(ReasonCode.NO_CONSENT);
      case ConsentState.Refused _ -> new Verdict.Refuse(ReasonCode.CONSENT_REFUSED);
      case ConsentState.Withdrawn _ -> new Verdict.Refuse(ReasonCode.CONSENT_WITHDRAWN);
      case ConsentState.Revoked _ -> new Verdict.Refuse(ReasonCode.CONSENT_REVOKED);
      case ConsentState.Expired _ -> new Verdict.Refuse(ReasonCode.CONSENT_EXPIRED);
      case ConsentState.Invalidated _ -> new Verdict.Refuse(ReasonCode.CONSENT_STALE);
    };
  }

  private static Verdict byContract(boolean contract) {
    return contract
        ? new Verdict.Permit(ReasonCode.CONTRACT, LegalBasis.CONTRACT)
        : new Verdict.Refuse(ReasonCode.NO_CONTRACT);
  }

  private static boolean isInScope(Recipient recipient, DataField field) {
    return recipient.agreement().fields().contains(field)
        && recipient.agreement().categories().contains(field.category());
  }

  private static Optional<Verdict> refuseUnless(boolean holds, ReasonCode reason) {
    return holds ? Optional.empty() : Optional.of(new Verdict.Refuse(reason));
  }
}
