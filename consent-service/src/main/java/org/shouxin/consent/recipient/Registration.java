package org.shouxin.consent.recipient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Rules by which a profile becomes a recipient (R-PT-01, R-PT-02). */
final class Registration {
  private Registration() {}

  /**
   * The recipient after registration.
   *
   * @throws ProblemException RECIPIENT_INVALID, AGREEMENT_INCOMPLETE or PIPIA_REQUIRED, naming
   *     every fault
   */
  static Recipient register(
      String id,
      RecipientProfile profile,
      @Nullable Recipient before,
      Set<String> approvedPurposes,
      LocalDate today) {
    refuse(ProblemCode.RECIPIENT_INVALID, dataFaults(profile, approvedPurposes, today));
    refuse(ProblemCode.AGREEMENT_INCOMPLETE, clauseFaults(profile));
    RecipientProfile.Assessment pipia = profile.pipia();
    if (pipia == null) {
      throw new ProblemException(
          ProblemCode.PIPIA_REQUIRED, "Providing data needs an impact assessment (PIPL 55).");
    }
    var agreement = profile.agreement();
    LocalDate reviewedOn = profile.reviewedOn();
    RecipientProfile.Assessment own = profile.selfAssessment();
    Recipient registered =
        new Recipient(
            id,
            before == null ? 1 : before.version() + 1,
            before == null ? 1 : before.termsVersion(),
            profile.name(),
            profile.role(),
            new Uscc(profile.uscc()),
            profile.country(),
            profile.address(),
            new Recipient.Contact(profile.contact().email(), profile.contact().phone()),
            new Recipient.Licence(
                profile.licence().number(),
                profile.licence().expiresOn(),
                profile.licence().scope(),
                profile.licence().regions()),
            new Recipient.Agreement(
                agreement.reference(),
                agreement.startsOn(),
                agreement.endsOn(),
                agreement.clauses(),
                agreement.purposes(),
                agreement.categories(),
                fields(agreement.fields()),
                agreement.method()),
            assessment(pipia),
            reviewedOn == null ? today : reviewedOn,
            own == null ? null : assessment(own),
            before == null ? null : before.suspension());
    return before != null && widens(before, registered)
        ? withTerms(registered, before.termsVersion() + 1)
        : registered;
  }

  /**
   * True when people agreed to something narrower: another entity, role, method or a wider scope.
   */
  static boolean widens(Recipient before, Recipient now) {
    return !before.name().equals(now.name())
        || !before.uscc().equals(now.uscc())
        || before.role() != now.role()
        || !before.country().equals(now.country())
        || !before.agreement().method().equals(now.agreement().method())
        || !before.agreement().categories().containsAll(now.agreement().categories())
        || !before.agreement().fields().containsAll(now.agreement().fields());
  }

  private static List<Problem.Fault> dataFaults(
      RecipientProfile profile, Set<String> approvedPurposes, LocalDate today) {
    List<Problem.Fault> faults = new ArrayList<>();
    Uscc.fault(profile.uscc())
        .ifPresent(code -> faults.add(fault("uscc", code, "not a valid USCC (DR-02)")));
    if (!profile.country().equals("CN")) {
      faults.add(
          fault("country", "CROSS_BORDER", "provision abroad is refused by default (R-CN-08)"));
    }
    if (profile.agreement().endsOn().isBefore(profile.agreement().startsOn())) {
      faults.add(fault("agreement.endsOn", "DATE_ORDER", "before agreement.startsOn"));
    }
    LocalDate reviewedOn = profile.reviewedOn();
    if (reviewedOn != null && reviewedOn.isAfter(today)) {
      faults.add(fault("reviewedOn", "DATE_FUTURE", "a review cannot lie in the future"));
    }
    RecipientProfile.Assessment own = profile.selfAssessment();
    if (own != null && own.completedOn().isAfter(today)) {
      faults.add(fault("selfAssessment.completedOn", "DATE_FUTURE", "cannot lie in the future"));
    }
    for (String purpose : profile.agreement().purposes()) {
      if (!approvedPurposes.contains(purpose)) {
        faults.add(
            fault("agreement.purposes", "PURPOSE_NOT_APPROVED", "a purpose is not approved"));
      }
    }
    for (String name : profile.agreement().fields()) {
      if (DataField.find(name).isEmpty()) {
        faults.add(fault("agreement.fields", "FIELD_UNKNOWN", "a field does not exist"));
      }
    }
    return faults;
  }

  private static List<Problem.Fault> clauseFaults(RecipientProfile profile) {
    return Clause.missingFrom(profile.agreement().clauses()).stream()
        .map(clause -> fault("agreement.clauses", clause.name(), "required clause is missing"))
        .toList();
  }

  private static Recipient.Assessment assessment(RecipientProfile.Assessment on) {
    return new Recipient.Assessment(on.reference(), on.completedOn());
  }

  private static Set<DataField> fields(Set<String> names) {
    return names.stream()
        .map(name -> DataField.find(name).orElseThrow())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Problem.Fault fault(String field, String code, String message) {
    return new Problem.Fault(field, code, message);
  }

  private static void refuse(ProblemCode code, List<Problem.Fault> faults) {
    if (!faults.isEmpty()) {
      throw new ProblemException(code, null, faults);
    }
  }

  private static Recipient withTerms(Recipient r, int termsVersion) {
    return new Recipient(
        r.id(),
        r.version(),
        termsVersion,
        r.name(),
        r.role(),
        r.uscc(),
        r.country(),
        r.address(),
        r.contact(),
        r.licence(),
        r.agreement(),
        r.pipia(),
        r.reviewedOn(),
        r.selfAssessment(),
        r.suspension());
  }
}
