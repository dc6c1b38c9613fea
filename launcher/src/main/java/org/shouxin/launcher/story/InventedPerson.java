package org.shouxin.launcher.story;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * A woman or girl whom nobody knows, valid by every rule of DR-01 to DR-05; new at each telling.
 */
record InventedPerson(String name, LocalDate birthDate, String idNumber, String mobile) {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_DIGITS = "10X98765432";
  private static final int BIRTHDAYS = 3_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Born on that day or up to eight years later. */
  static InventedPerson bornFrom(String name, LocalDate earliest) {
    return bornOn(name, earliest.plusDays(RANDOM.nextInt(BIRTHDAYS)));
  }

  static InventedPerson bornOn(String name, LocalDate birthDate) {
    String body =
        "330106"
            + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE)
            + "%03d".formatted(2 * RANDOM.nextInt(500));
    return new InventedPerson(name, birthDate, body + checkDigit(body), newMobile());
  }

  /** Another number of hers. */
  static String newMobile() {
    return "1395%07d".formatted(RANDOM.nextInt(10_000_000));
  }

  /** Her identity number with another last digit. */
  String mistypedIdNumber() {
    String body = idNumber.substring(0, 17);
    return body + (idNumber.endsWith("1") ? "2" : "1");
  }

  /** What she is looked up by. */
  Map<String, String> factors() {
    return Map.of("name", name, "idNumber", idNumber);
  }

  /** What must never stand in an event. */
  List<String> identifiers() {
    return List.of(name, idNumber, mobile);
  }

  private static char checkDigit(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum += (body.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK_DIGITS.charAt(sum % CHECK_DIGITS.length());
  }
}
