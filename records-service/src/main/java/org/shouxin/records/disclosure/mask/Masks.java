package org.shouxin.records.disclosure.mask;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.IdentityDocument;
import org.shouxin.records.quality.Verdict;

/**
 * DR-07: the masked form of a value. Pure: the same input gives the same output. Null stays null; a
 * value that fails its validator becomes {@value #FULL}, whatever the level, and is never echoed.
 */
public final class Masks {
  /** The mask of what cannot be understood. */
  public static final String FULL = "******";

  /** What staff see of a value that is never shown in part. */
  public static final String HIDDEN = "[hidden]";

  private Masks() {}

  /**
   * The masked form of a value.
   *
   * @param today for age bands of birth dates
   * @return null for null, and at level P for {@link MaskKind#NEVER_SHOWN}
   */
  public static @Nullable String mask(
      MaskKind kind, MaskLevel level, @Nullable String value, LocalDate today) {
    if (value == null) {
      return null;
    }
    return switch (kind) {
      case NAME -> NameMask.of(level, value);
      case IDENTITY_NUMBER -> IdentityMask.of(level, value, today);
      case TELEPHONE -> ContactMask.ofTelephone(level, value);
      case EMAIL -> ContactMask.ofEmail(level, value);
      case ADDRESS -> ContactMask.ofAddress(level, value);
      case BANK_ACCOUNT -> PolicyMask.ofBankAccount(level, value);
      case POLICY_NUMBER -> PolicyMask.ofPolicyNumber(level, value);
      case BIRTH_DATE -> PolicyMask.ofBirthDate(level, value, today);
      case MONEY -> PolicyMask.ofMoney(level, value);
      case PLATE_NUMBER -> PolicyMask.ofPlateNumber(level, value);
      case IP_ADDRESS -> ContactMask.ofIpAddress(level, value);
      case NEVER_SHOWN -> level == MaskLevel.W ? HIDDEN : null;
      case ORGANISATION -> value;
    };
  }

  /**
   * The masked number of a document of a known type; a number that is none of it is fully masked.
   */
  public static @Nullable String maskIdentityNumber(
      IdType type, MaskLevel level, @Nullable String value, LocalDate today) {
    if (value == null) {
      return null;
    }
    Verdict verdict = IdentityDocument.check(type, value, null, null, today);
    return verdict.accepted() ? IdentityMask.ofValid(type, level, verdict.value()) : FULL;
  }
}
