package org.shouxin.consent.recipient;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Words;

/**
 * A recipient as it stands in the register.
 *
 * @param termsVersion grows when what a person agreed to changes
 * @param selfAssessment of its security, by the recipient itself (R-PT-01)
 */
public record Recipient(
    String id,
    int version,
    int termsVersion,
    String name,
    RecipientRole role,
    Uscc uscc,
    String country,
    String address,
    Contact contact,
    Licence licence,
    Agreement agreement,
    Assessment pipia,
    LocalDate reviewedOn,
    @Nullable Assessment selfAssessment,
    @Nullable Suspension suspension) {

  /** A qualification review holds for a year (R-PT-01, product default). */
  static final Period REVIEW_PERIOD = Period.ofMonths(12);

  /** Days after a review was due at which the recipient suspends by itself (R-PT-01). */
  static final Period REVIEW_GRACE = Period.ofDays(30);

  /** How to reach the legal entity. */
  public record Contact(String email, @Nullable String phone) {}

  /** Licence to act as insurance intermediary: for which business, in which regions. */
  public record Licence(
      String number, LocalDate expiresOn, @Nullable String scope, @Nullable List<String> regions) {

    public Licence {
      regions = regions == null ? null : List.copyOf(regions);
    }
  }

  /** The agreement and its scope; {@code fields} are the only ones ever provided. */
  public record Agreement(
      String reference,
      LocalDate startsOn,
      LocalDate endsOn,
      Set<Clause> clauses,
      Set<String> purposes,
      Set<Category> categories,
      Set<DataField> fields,
      Words method) {

    public Agreement {
      clauses = Set.copyOf(clauses);
      purposes = Set.copyOf(purposes);
      categories = Set.copyOf(categories);
      fields = Set.copyOf(fields);
    }
  }

  /** Assessment on file: of the impact (PIPL 55, 56), or of the recipient's security. */
  public record Assessment(String reference, LocalDate completedOn) {}

  /** Pulled kill switch. */
  public record Suspension(Instant at, String reason) {}

  /** Whether it may receive data on a day of Shanghai. */
  public Standing standingOn(LocalDate day) {
    if (suspension != null) {
      return Standing.SUSPENDED;
    }
    if (day.isAfter(licence.expiresOn())) {
      return Standing.LICENCE_EXPIRED;
    }
    if (day.isBefore(agreement.startsOn())) {
      return Standing.AGREEMENT_NOT_STARTED;
    }
    if (day.isAfter(agreement.endsOn())) {
      return Standing.AGREEMENT_ENDED;
    }
    if (day.isAfter(reviewDueOn().plus(REVIEW_GRACE))) {
      return Standing.REVIEW_OVERDUE;
    }
    return Standing.ACTIVE;
  }

  /** A warning before the suspension: the review was due and has not been done (R-PT-01). */
  public boolean reviewOverdueOn(LocalDate day) {
    return day.isAfter(reviewDueOn());
  }

  /**
   * The day by which the next agreement check is due: a year after the last, or after the agreement
   * began (R-PT-02). Later it is a warning and no more.
   */
  LocalDate agreementCheckDueOn(@Nullable LocalDate lastCheckedOn) {
    return (lastCheckedOn == null ? agreement.startsOn() : lastCheckedOn)
        .plus(AgreementCheck.PERIOD);
  }

  /** The day by which the next review is due: yearly, and 60 days before the licence ends. */
  public LocalDate reviewDueOn() {
    LocalDate yearly = reviewedOn.plus(REVIEW_PERIOD);
    LocalDate beforeExpiry = licence.expiresOn().minusDays(60);
    return beforeExpiry.isAfter(reviewedOn) && beforeExpiry.isBefore(yearly)
        ? beforeExpiry
        : yearly;
  }
}
