package org.shouxin.records.customer.entry;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.quality.ContactPoint;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Gender;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.IdentityDocument;
import org.shouxin.records.quality.Nationality;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.quality.Verdict;

/** The validator of each fact a person can be said to have (DR-01 to DR-06). */
public final class FactRules {
  private FactRules() {}

  /**
   * What else is said of the person and has to agree with an identity number.
   *
   * @param idType the document the number is of; RIC when not said
   */
  public record Beside(
      @Nullable IdType idType, @Nullable Gender gender, @Nullable LocalDate birthDate) {}

  /** Normalised value and all faults. */
  public static Verdict check(Fact fact, String raw, Beside beside, LocalDate today) {
    return switch (fact) {
      case NAME -> PersonName.check(raw);
      case GENDER ->
          Gender.find(raw)
              .map(gender -> accepted(gender.name()))
              .orElseGet(() -> refused(raw, DefectCode.GENDER_FORMAT));
      case BIRTH_DATE ->
          date(raw).filter(date -> !date.isAfter(today)).isPresent()
              ? accepted(Normalisation.text(raw))
              : refused(raw, DefectCode.DATE_FORMAT);
      case ID_VALID_UNTIL ->
          date(raw).isPresent()
              ? accepted(Normalisation.text(raw))
              : refused(raw, DefectCode.DATE_FORMAT);
      case ID_TYPE ->
          idType(raw)
              .map(type -> accepted(type.name()))
              .orElseGet(() -> refused(raw, DefectCode.ID_TYPE_UNKNOWN));
      case ID_NUMBER ->
          IdentityDocument.check(
              beside.idType() == null ? IdType.RIC : beside.idType(),
              raw,
              beside.gender(),
              beside.birthDate(),
              today);
      case MOBILE -> Telephone.checkMobile(raw);
      case EMAIL -> ContactPoint.checkEmail(raw);
      case ADDRESS -> ContactPoint.checkAddress(raw);
      case OCCUPATION -> accepted(Normalisation.text(raw));
      case NATIONALITY -> accepted(Nationality.normalise(raw));
    };
  }

  static Optional<IdType> idType(String raw) {
    String code = Normalisation.text(raw);
    return Arrays.stream(IdType.values()).filter(type -> type.name().equals(code)).findAny();
  }

  static Optional<LocalDate> date(String raw) {
    try {
      return Optional.of(LocalDate.parse(Normalisation.text(raw)));
    } catch (DateTimeParseException notADate) {
      return Optional.empty();
    }
  }

  private static Verdict accepted(String value) {
    return new Verdict(value, Set.of());
  }

  private static Verdict refused(String raw, DefectCode code) {
    return new Verdict(raw, Set.of(code));
  }
}
