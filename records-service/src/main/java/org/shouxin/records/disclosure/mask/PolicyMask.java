package org.shouxin.records.disclosure.mask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.shouxin.records.quality.BankAccount;
import org.shouxin.records.quality.PolicyRules;
import org.shouxin.records.quality.Verdict;

/** Accounts, policy numbers, dates, amounts and plates. */
final class PolicyMask {
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,4})?");
  private static final Pattern PLATE =
      Pattern.compile("\\p{IsHan}[A-Z][A-Z0-9]{4,5}[A-Z0-9\\p{IsHan}]");
  private static final String[] BANDS = {"<1k", "1k-10k", "10k-100k", "100k-1M", "1M-10M", ">=10M"};

  private PolicyMask() {}

  static String ofBankAccount(MaskLevel level, String raw) {
    Verdict verdict = BankAccount.check(raw, BankAccount.Kind.CARD);
    if (!verdict.accepted()) {
      return Masks.FULL;
    }
    String last = verdict.value().substring(verdict.value().length() - 4);
    return level == MaskLevel.W ? "**** **** **** " + last : "****" + last;
  }

  static String ofPolicyNumber(MaskLevel level, String raw) {
    Verdict verdict = PolicyRules.checkNumber(raw);
    if (!verdict.accepted()) {
      return Masks.FULL;
    }
    String number = verdict.value();
    String last = number.substring(number.length() - 4);
    return level == MaskLevel.W ? number.substring(0, 2) + "****" + last : "****" + last;
  }

  static String ofBirthDate(MaskLevel level, String raw, LocalDate today) {
    LocalDate day;
    try {
      day = LocalDate.parse(raw);
    } catch (DateTimeParseException notADate) {
      return Masks.FULL;
    }
    if (day.isAfter(today) || day.getYear() < 1850) {
      return Masks.FULL;
    }
    if (level == MaskLevel.W) {
      return day.getYear() + "-**-**";
    }
    // By years, not by birthdays: with the birthday partners would learn what staff do not see.
    int decade = (today.getYear() - day.getYear()) / 10 * 10;
    return decade + "-" + (decade + 9);
  }

  static String ofMoney(MaskLevel level, String raw) {
    if (!AMOUNT.matcher(raw).matches()) {
      return Masks.FULL;
    }
    if (level == MaskLevel.W) {
      return raw;
    }
    int digits = new BigDecimal(raw).toBigInteger().toString().length();
    return BANDS[Math.clamp(digits - 3, 0, BANDS.length - 1)];
  }

  static String ofPlateNumber(MaskLevel level, String raw) {
    if (!PLATE.matcher(raw).matches()) {
      return Masks.FULL;
    }
    return level == MaskLevel.W
        ? raw.substring(0, 2) + "***" + raw.substring(raw.length() - 2)
        : raw.substring(0, 1) + "****";
  }
}
