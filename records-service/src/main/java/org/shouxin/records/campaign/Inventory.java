package org.shouxin.records.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.shouxin.records.customer.Conflict;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.customer.entry.FactRules;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.Verdict;
import org.shouxin.records.vault.DataKey;

/**
 * Looks one person over (DR-00 to DR-06): which key field is missing, which value is suspected
 * false, which has changed or is said differently by different sources.
 *
 * @param staffPhone true for a number of our staff
 * @param sharedPhone true for a number that three or more customers use
 */
record Inventory(LocalDate today, Predicate<String> staffPhone, Predicate<String> sharedPhone) {
  private static final List<Fact> OF_EVERYBODY =
      List.of(
          Fact.NAME,
          Fact.GENDER,
          Fact.BIRTH_DATE,
          Fact.ID_TYPE,
          Fact.ID_NUMBER,
          Fact.ID_VALID_UNTIL);

  private static final int ADULT = 18;

  /** All defects, in the order of the fields. */
  List<ItemDefect> look(SealedCustomer customer, DataKey key, List<String> roles) {
    FactRules.Beside beside =
        new FactRules.Beside(
            customer.open(Fact.ID_TYPE, key).map(IdType::valueOf).orElse(null),
            customer.open(Fact.GENDER, key).flatMap(Gender::find).orElse(null),
            customer.open(Fact.BIRTH_DATE, key).map(LocalDate::parse).orElse(null));
    List<ItemDefect> found = new ArrayList<>();
    // What was settled or corrected is history, not a conflict.
    Set<Fact> conflicts =
        Conflict.of(customer, key).stream().map(Conflict::fact).collect(Collectors.toSet());
    for (Fact fact : Fact.values()) {
      Optional<String> said = customer.open(fact, key);
      if (said.isPresent()) {
        judge(fact, said.get(), beside, found);
      } else if (isKeyField(fact, roles, beside)) {
        found.add(defect(fact, ItemDefect.Kind.MISSING, DefectCode.KEY_FIELD_MISSING.name()));
      }
      if (conflicts.contains(fact)) {
        found.add(defect(fact, ItemDefect.Kind.CHANGED, "CONFLICT"));
      }
    }
    return found;
  }

  private void judge(Fact fact, String value, FactRules.Beside beside, List<ItemDefect> found) {
    Verdict verdict = FactRules.check(fact, value, beside, today);
    verdict.defects().stream()
        .filter(code -> code != DefectCode.ID_REGION_UNKNOWN && code != DefectCode.ID_MANUAL_CHECK)
        .forEach(code -> found.add(defect(fact, ItemDefect.Kind.SUSPECTED_FALSE, code.name())));
    if (fact == Fact.MOBILE) {
      phone(value)
          .ifPresent(code -> found.add(defect(fact, ItemDefect.Kind.SUSPECTED_FALSE, code.name())));
    }
    if (fact == Fact.ID_VALID_UNTIL && LocalDate.parse(value).isBefore(today)) {
      found.add(defect(fact, ItemDefect.Kind.CHANGED, DefectCode.ID_EXPIRED.name()));
    }
  }

  private Optional<DefectCode> phone(String number) {
    if (staffPhone.test(number)) {
      return Optional.of(DefectCode.PHONE_IS_STAFF);
    }
    return sharedPhone.test(number) ? Optional.of(DefectCode.PHONE_SHARED) : Optional.empty();
  }

  /** DR-00: what a person in these roles must have told. */
  private boolean isKeyField(Fact fact, List<String> roles, FactRules.Beside beside) {
    boolean applicant = roles.contains("APPLICANT");
    if (!applicant && !roles.contains("INSURED")) {
      return fact == Fact.NAME;
    }
    if (OF_EVERYBODY.contains(fact)) {
      return true;
    }
    LocalDate born = beside.birthDate();
    boolean adult = born == null || !born.plusYears(ADULT).isAfter(today);
    return switch (fact) {
      case MOBILE -> applicant || adult;
      case ADDRESS -> applicant;
      case NATIONALITY -> beside.idType() == IdType.FPP;
      case EMAIL, OCCUPATION -> false;
      case NAME, GENDER, BIRTH_DATE, ID_TYPE, ID_NUMBER, ID_VALID_UNTIL -> true;
    };
  }

  private static ItemDefect defect(Fact fact, ItemDefect.Kind kind, String code) {
    return new ItemDefect(fact.wire(), kind, code);
  }
}
