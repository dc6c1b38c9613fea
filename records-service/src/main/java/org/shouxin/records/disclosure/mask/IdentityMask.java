package org.shouxin.records.disclosure.mask;

import java.time.LocalDate;
import java.util.List;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.IdentityDocument;
import org.shouxin.records.quality.Verdict;

/** Numbers of identity documents: cards keep 3 and 4 characters, permits and passports 1 and 3. */
final class IdentityMask {
  /** MIL is missing on purpose: its free text would accept broken numbers of any other type. */
  private static final List<IdType> RECOGNISED_BY_FORM =
      List.of(
          IdType.RIC,
          IdType.HRP,
          IdType.TRP,
          IdType.FPR,
          IdType.CNP,
          IdType.HMT,
          IdType.TWT,
          IdType.BIR);

  private IdentityMask() {}

  static String of(MaskLevel level, String value, LocalDate today) {
    for (IdType type : RECOGNISED_BY_FORM) {
      Verdict verdict = IdentityDocument.check(type, value, null, null, today);
      if (verdict.accepted()) {
        return ofValid(type, level, verdict.value());
      }
    }
    return Masks.FULL;
  }

  static String ofValid(IdType type, MaskLevel level, String number) {
    return switch (type) {
      case RIC, HKB, HRP, TRP, FPR ->
          number.length() == 18 ? card(level, number) : permit(level, number);
      case CNP, FPP, HMT, TWT, BIR, MIL -> permit(level, number);
      case ORG -> number;
    };
  }

  private static String card(MaskLevel level, String number) {
    return level == MaskLevel.W
        ? number.substring(0, 3) + "*".repeat(11) + number.substring(14)
        : number.charAt(0) + "*".repeat(16) + number.charAt(17);
  }

  /** Short numbers keep one character only: of five, first and last three would show nearly all. */
  private static String permit(MaskLevel level, String number) {
    int length = number.length();
    return level == MaskLevel.W && length >= 8
        ? number.charAt(0) + "*".repeat(length - 4) + number.substring(length - 3)
        : number.charAt(0) + "*****";
  }
}
