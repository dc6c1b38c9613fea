package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.ID_BIRTHDATE;
import static org.shouxin.records.quality.DefectCode.ID_CHECKSUM;
import static org.shouxin.records.quality.DefectCode.ID_DOB_MISMATCH;
import static org.shouxin.records.quality.DefectCode.ID_FORMAT;
import static org.shouxin.records.quality.DefectCode.ID_MANUAL_CHECK;
import static org.shouxin.records.quality.DefectCode.ID_REGION;
import static org.shouxin.records.quality.DefectCode.ID_TYPE_MISMATCH;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-04: the number of any identity document, checked by the rule of its type. */
public final class IdentityDocument {
  private static final Pattern CHINESE_PASSPORT =
      Pattern.compile("E\\d{8}|E[A-HJ-NP-Z]\\d{7}|[GDSP]\\d{8}|(PE|SE|DE)\\d{7}");
  private static final Pattern FOREIGN_PASSPORT = Pattern.compile("[A-Z0-9]{5,15}");
  private static final Pattern HONG_KONG_MACAU = Pattern.compile("[HM]\\d{8}(\\d{2})?");
  private static final Pattern TAIWAN = Pattern.compile("\\d{8}(\\d{2})?");
  private static final Pattern OLD_RESIDENCE = Pattern.compile("[A-Z]{3}\\d{12}");
  private static final Pattern BIRTH_CERTIFICATE = Pattern.compile("[A-Z]\\d{9}");

  private IdentityDocument() {}

  /** All faults of a number; gender and birth date as stated beside it, null when not stated. */
  public static Verdict check(
      IdType type,
      @Nullable String raw,
      @Nullable Gender gender,
      @Nullable LocalDate birthDate,
      LocalDate today) {
    String number = Normalisation.number(raw);
    return switch (type) {
      case RIC, HKB -> resident(ResidentIdentityNumber.check(raw, gender, birthDate, today));
      case HRP ->
          residence(ResidentIdentityNumber.check(raw, gender, birthDate, today), "81", "82");
      case TRP -> residence(ResidentIdentityNumber.check(raw, gender, birthDate, today), "83");
      case FPR -> permanentResidence(number, birthDate, today);
      case CNP -> form(number, CHINESE_PASSPORT);
      case FPP -> form(number, FOREIGN_PASSPORT);
      case HMT -> form(number, HONG_KONG_MACAU);
      case TWT -> form(number, TAIWAN);
      case BIR -> form(number, BIRTH_CERTIFICATE);
      case MIL ->
          number.length() >= 6 && number.length() <= 20
              ? Verdict.of(number, ID_MANUAL_CHECK)
              : Verdict.of(number, ID_FORMAT, ID_MANUAL_CHECK);
      case ORG -> UnifiedSocialCreditCode.check(raw);
    };
  }

  /**
   * The part of a number that stays the same for the holder's life: for a Hong Kong and Macau
   * permit the first 9 characters (the last two count renewals), else the whole number.
   */
  public static String holderKey(IdType type, String number) {
    return type == IdType.HMT && number.length() == 11 ? number.substring(0, 9) : number;
  }

  private static Verdict resident(Verdict number) {
    if (!ResidentIdentityNumber.hasForm(number.value())) {
      return number;
    }
    boolean residencePermit = number.value().matches("8[123].*");
    boolean permanentResidence = isPermanentResidence(number.value());
    if (!residencePermit && !permanentResidence) {
      return number;
    }
    Set<DefectCode> found = EnumSet.of(ID_TYPE_MISMATCH);
    found.addAll(number.defects());
    found.remove(ID_REGION);
    return Verdict.of(number.value(), found);
  }

  private static Verdict residence(Verdict number, String... provinces) {
    if (!ResidentIdentityNumber.hasForm(number.value())
        || Set.of(provinces).contains(number.value().substring(0, 2))) {
      return number;
    }
    Set<DefectCode> found = EnumSet.of(ID_TYPE_MISMATCH);
    found.addAll(number.defects());
    return Verdict.of(number.value(), found);
  }

  /** New form since 2023-12-01: 9, 2 place, 3 nationality, birth date, 3 sequence, check. */
  private static boolean isPermanentResidence(String number) {
    return number.charAt(0) == '9' && ResidentIdentityNumber.isProvince(number.substring(1, 3));
  }

  private static Verdict permanentResidence(
      String number, @Nullable LocalDate birthDate, LocalDate today) {
    if (OLD_RESIDENCE.matcher(number).matches()) {
      return Verdict.of(number);
    }
    if (!ResidentIdentityNumber.hasForm(number)) {
      return Verdict.of(number, ID_FORMAT);
    }
    Set<DefectCode> found = EnumSet.noneOf(DefectCode.class);
    if (number.charAt(0) != '9') {
      found.add(ID_TYPE_MISMATCH);
    } else if (!isPermanentResidence(number)) {
      found.add(ID_REGION);
    }
    Optional<LocalDate> inside = ResidentIdentityNumber.findBirthDate(number);
    if (inside.isEmpty() || inside.get().isAfter(today)) {
      found.add(ID_BIRTHDATE);
    } else if (birthDate != null && !birthDate.equals(inside.get())) {
      found.add(ID_DOB_MISMATCH);
    }
    if (number.charAt(17) != ResidentIdentityNumber.checkCharacter(number)) {
      found.add(ID_CHECKSUM);
    }
    return Verdict.of(number, found);
  }

  private static Verdict form(String number, Pattern pattern) {
    return pattern.matcher(number).matches() ? Verdict.of(number) : Verdict.of(number, ID_FORMAT);
  }
}
