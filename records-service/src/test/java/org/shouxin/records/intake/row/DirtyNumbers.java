package org.shouxin.records.intake.row;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/**
 * Numbers with right and wrong check digits, computed from the text of DR-01, DR-02 and DR-05 by
 * other formulas than the product's, so that a mistake there is not made here too.
 */
final class DirtyNumbers {
  private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private final Random random;

  DirtyNumbers(Random random) {
    this.random = random;
  }

  /** DR-01: C = (1 - 2 * int(first17, base 13)) mod 11, 10 is X. */
  static String withCheck(String first17) {
    int value = 0;
    for (char c : first17.toCharArray()) {
      value = (value * 13 + (c - '0')) % 11;
    }
    int check = Math.floorMod(1 - 2 * value, 11);
    return first17 + (check == 10 ? "X" : Integer.toString(check));
  }

  String resident(String region, LocalDate born, boolean man) {
    return resident(region, born.format(DateTimeFormatter.BASIC_ISO_DATE), man);
  }

  /** Eight digits in place of the date, possible or not. */
  String resident(String region, String eight, boolean man) {
    return withCheck(region + eight + "%03d".formatted(random.nextInt(500) * 2 + (man ? 1 : 0)));
  }

  static String otherLast(String number) {
    char last = number.charAt(number.length() - 1);
    return number.substring(0, number.length() - 1) + (last == '3' ? '4' : '3');
  }

  /** A UnionPay card of 19 digits that passes Luhn. */
  String card() {
    String first = "62" + digits(16);
    for (int check = 0; check < 10; check++) {
      if (luhn(first + check) == 0) {
        return first + check;
      }
    }
    throw new IllegalStateException("one of ten digits fits");
  }

  private static int luhn(String number) {
    int sum = 0;
    boolean doubled = false;
    for (int i = number.length() - 1; i >= 0; i--) {
      int digit = number.charAt(i) - '0';
      sum += doubled ? (2 * digit) / 10 + (2 * digit) % 10 : digit;
      doubled = !doubled;
    }
    return sum % 10;
  }

  /** DR-02; {@code inner} false makes only the inner organisation code wrong. */
  String creditCode(boolean inner) {
    int[] organisation = {3, 7, 9, 10, 5, 8, 4, 2};
    String body = digits(8);
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += (body.charAt(i) - '0') * organisation[i];
    }
    int check = 11 - sum % 11;
    String right = check == 10 ? "X" : check == 11 ? "0" : Integer.toString(check);
    String first = "91330100" + body + (inner ? right : right.equals("5") ? "6" : "5");
    int weight = 1;
    int total = 0;
    for (char c : first.toCharArray()) {
      total += CREDIT.indexOf(c) * weight;
      weight = weight * 3 % 31;
    }
    return first + CREDIT.charAt((31 - total % 31) % 31);
  }

  /** Never one of the made-up forms, nor a number for things. */
  String mobile() {
    return "1"
        + pick("31", "35", "38", "50", "58", "77", "86", "99")
        + "2"
        + digits(5)
        + pick("07", "41", "63", "85");
  }

  String digits(int count) {
    StringBuilder digits = new StringBuilder();
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
