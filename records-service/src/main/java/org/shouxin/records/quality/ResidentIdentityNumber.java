package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.AGE_UNLIKELY;
import static org.shouxin.records.quality.DefectCode.ID_15_OBSOLETE;
import static org.shouxin.records.quality.DefectCode.ID_BIRTHDATE;
import static org.shouxin.records.quality.DefectCode.ID_CHECKSUM;
import static org.shouxin.records.quality.DefectCode.ID_DOB_MISMATCH;
import static org.shouxin.records.quality.DefectCode.ID_FORMAT;
import static org.shouxin.records.quality.DefectCode.ID_GENDER_MISMATCH;
import static org.shouxin.records.quality.DefectCode.ID_REGION;
import static org.shouxin.records.quality.DefectCode.ID_REGION_UNKNOWN;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** DR-01: the resident identity number 公民身份号码 (GB 11643-1999, check ISO 7064 MOD 11-2). */
public final class ResidentIdentityNumber {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83");

  private ResidentIdentityNumber() {}

  /**
   * All faults of a number for a new record.
   *
   * @param gender as stated beside the number; null when not stated, then not compared
   * @param birthDate as stated beside the number; null when not stated, then not compared
   */
  public static Verdict check(
      @Nullable String raw,
      @Nullable Gender gender,
      @Nullable LocalDate birthDate,
      LocalDate today) {
    String number = Normalisation.number(raw);
    if (number.length() == 15 && isDigits(number, 15)) {
      return obsolete(number, gender, birthDate);
    }
    if (!hasForm(number)) {
      return Verdict.of(number, ID_FORMAT);
    }
    Set<DefectCode> found = EnumSet.noneOf(DefectCode.class);
    if (!PROVINCES.contains(number.substring(0, 2))) {
      found.add(ID_REGION);
    } else if (!Regions.isKnown(number.substring(0, 6))) {
      found.add(ID_REGION_UNKNOWN);
    }
    Optional<LocalDate> inside = findBirthDate(number);
    if (inside.isEmpty() || inside.get().isBefore(EARLIEST) || inside.get().isAfter(today)) {
      found.add(ID_BIRTHDATE);
    } else {
      if (ChronoUnit.YEARS.between(inside.get(), today) > 120) {
        found.add(AGE_UNLIKELY);
      }
      if (birthDate != null && !birthDate.equals(inside.get())) {
        found.add(ID_DOB_MISMATCH);
      }
    }
    if (number.charAt(17) != checkCharacter(number)) {
      found.add(ID_CHECKSUM);
    }
    if (gender != null && gender != genderAt(number, 16)) {
      found.add(ID_GENDER_MISMATCH);
    }
    return Verdict.of(number, found);
  }

  /**
   * A 15-digit number of migrated history as 18 digits ({@code 19} after digit 6, computed check);
   * the caller marks it derived. Empty when it is not 15 digits.
   */
  public static Optional<String> derive(@Nullable String raw) {
    String number = Normalisation.number(raw);
    if (!isDigits(number, 15) || number.length() != 15) {
      return Optional.empty();
    }
    String first = number.substring(0, 6) + "19" + number.substring(6);
    return Optional.of(first + checkCharacter(first));
  }

  /** A number with a right check character: six region digits, birth date, sequence 0..999. */
  public static String make(String region, LocalDate birthDate, int sequence) {
    String first =
        "%s%s%03d".formatted(region, birthDate.format(DateTimeFormatter.BASIC_ISO_DATE), sequence);
    return first + checkCharacter(first);
  }

  /**
   * The birth date in a number of this form, permits of residents included; empty for a number of
   * another form and when no such day exists.
   */
  public static Optional<LocalDate> findBirthDate(String number) {
    return hasForm(number)
        ? day(
            Integer.parseInt(number.substring(6, 10)),
            Integer.parseInt(number.substring(10, 12)),
            Integer.parseInt(number.substring(12, 14)))
        : Optional.empty();
  }

  static boolean hasForm(String number) {
    return number.length() == 18
        && isDigits(number, 17)
        && (isDigit(number.charAt(17)) || number.charAt(17) == 'X');
  }

  static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += WEIGHTS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % 11);
  }

  static boolean isProvince(String twoDigits) {
    return PROVINCES.contains(twoDigits);
  }

  /** Century unknown: only the two-digit year, month and day are compared. */
  private static Verdict obsolete(
      String number, @Nullable Gender gender, @Nullable LocalDate birthDate) {
    Set<DefectCode> found = EnumSet.of(ID_15_OBSOLETE);
    if (!PROVINCES.contains(number.substring(0, 2))) {
      found.add(ID_REGION);
    } else if (!Regions.isKnown(number.substring(0, 6))) {
      found.add(ID_REGION_UNKNOWN);
    }
    int year = Integer.parseInt(number.substring(6, 8));
    int month = Integer.parseInt(number.substring(8, 10));
    int dayOfMonth = Integer.parseInt(number.substring(10, 12));
    if (day(1900 + year, month, dayOfMonth).isEmpty()
        && day(2000 + year, month, dayOfMonth).isEmpty()) {
      found.add(ID_BIRTHDATE);
    } else if (birthDate != null
        && (birthDate.getYear() % 100 != year
            || birthDate.getMonthValue() != month
            || birthDate.getDayOfMonth() != dayOfMonth)) {
      found.add(ID_DOB_MISMATCH);
    }
    if (gender != null && gender != genderAt(number, 14)) {
      found.add(ID_GENDER_MISMATCH);
    }
    return Verdict.of(number, found);
  }

  private static Gender genderAt(String number, int index) {
    return (number.charAt(index) - '0') % 2 == 1 ? Gender.M : Gender.F;
  }

  private static Optional<LocalDate> day(int year, int month, int dayOfMonth) {
    try {
      return Optional.of(LocalDate.of(year, month, dayOfMonth));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static boolean isDigits(String text, int length) {
    if (text.length() < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
