package org.shouxin.consent.recipient;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Words;

/**
 * A recipient as the API shows it: what PIPL 23 tells a person, and for the controller's own
 * supervision and the recipient itself also {@code file}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientView(
    String id,
    String name,
    RecipientRole role,
    String country,
    String address,
    Recipient.Contact contact,
    List<String> purposes,
    List<Category> categories,
    Words method,
    Standing standing,
    @Nullable File file) {

  /** What only supervision and the recipient itself see. */
  record File(
      int version,
      int termsVersion,
      String uscc,
      boolean usccInnerCodeHolds,
      Recipient.Licence licence,
      String agreementReference,
      LocalDate agreementStartsOn,
      LocalDate agreementEndsOn,
      List<Clause> clauses,
      List<String> fields,
      Recipient.Assessment pipia,
      LocalDate reviewedOn,
      LocalDate reviewDueOn,
      boolean reviewOverdue,
      LocalDate agreementCheckDueOn,
      boolean agreementCheckOverdue,
      Recipient.@Nullable Assessment selfAssessment,
      Recipient.@Nullable Suspension suspension) {}

  /** What anybody is told. */
  static RecipientView told(Recipient r, LocalDate today) {
    return of(r, today, null);
  }

  /**
   * The same with the file; {@code lastCheckedOn} is the last agreement check, if there was one.
   */
  static RecipientView withFile(Recipient r, LocalDate today, @Nullable LocalDate lastCheckedOn) {
    return of(r, today, file(r, today, lastCheckedOn));
  }

  private static RecipientView of(Recipient r, LocalDate today, @Nullable File file) {
    return new RecipientView(
        r.id(),
        r.name(),
        r.role(),
        r.country(),
        r.address(),
        r.contact(),
        r.agreement().purposes().stream().sorted().toList(),
        r.agreement().categories().stream().sorted().toList(),
        r.agreement().method(),
        r.standingOn(today),
        file);
  }

  private static File file(Recipient r, LocalDate today, @Nullable LocalDate lastCheckedOn) {
    LocalDate checkDueOn = r.agreementCheckDueOn(lastCheckedOn);
    return new File(
        r.version(),
        r.termsVersion(),
        r.uscc().value(),
        r.uscc().innerCodeHolds(),
        r.licence(),
        r.agreement().reference(),
        r.agreement().startsOn(),
        r.agreement().endsOn(),
        r.agreement().clauses().stream().sorted().toList(),
        r.agreement().fields().stream().sorted().map(DataField::wire).toList(),
        r.pipia(),
        r.reviewedOn(),
        r.reviewDueOn(),
        r.reviewOverdueOn(today),
        checkDueOn,
        today.isAfter(checkDueOn),
        r.selfAssessment(),
        r.suspension());
  }
}
