package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.CARD_FORMAT;
import static org.shouxin.records.quality.DefectCode.CARD_LUHN;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-05: bank cards and accounts. Security codes, tracks and PINs are never accepted anywhere. */
public final class BankAccount {
  private static final Pattern DIGITS = Pattern.compile("\\d{13,19}");
  private static final Pattern UNION_PAY = Pattern.compile("(62|81)\\d+");
  private static final Pattern HAS_CHECK_DIGIT = Pattern.compile("(62|4|5|3|60|81)\\d+");

  private BankAccount() {}

  /** Whether an account is named by a card (with Luhn check digit) or a passbook (without). */
  public enum Kind {
    CARD,
    PASSBOOK
  }

  /** All faults of an account number. */
  public static Verdict check(@Nullable String raw, Kind kind) {
    String number = Normalisation.number(raw);
    if (!DIGITS.matcher(number).matches()
        || (kind == Kind.CARD && UNION_PAY.matcher(number).matches() && number.length() < 16)) {
      return Verdict.of(number, CARD_FORMAT);
    }
    return kind == Kind.CARD && HAS_CHECK_DIGIT.matcher(number).matches() && !luhn(number)
        ? Verdict.of(number, CARD_LUHN)
        : Verdict.of(number);
  }

  private static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int digit = number.charAt(number.length() - 1 - i) - '0';
      int weighted = i % 2 == 0 ? digit : 2 * digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }
}
