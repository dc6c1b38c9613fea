package org.shouxin.records.export.watermark;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A row of somebody who does not exist, made by the key of an export: its numbers are nobody
 * else's. Its reference is a canary: whoever looks it up raises an alarm.
 */
record Decoy(UUID reference, String mobile, String digits, String surname) {
  private static final List<String> SURNAMES =
      List.of(
          "\u738b*", "\u674e*", "\u5f20*", "\u5218*", "\u9648*", "\u6768*", "\u8d75*", "\u9ec4*");
  private static final List<String> PREFIXES =
      List.of("135", "136", "137", "138", "139", "150", "158", "186", "188");
  private static final int FEWEST = 6;
  private static final int MOST = 24;

  /** The decoys of an export of so many rows: one in fifty, 6 to 24. */
  static List<Decoy> of(ExportKey key, int rows) {
    int count = Math.clamp((rows + 49) / 50, FEWEST, MOST);
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Decoy(
                key.uuid("reference|" + i),
                PREFIXES.get(key.number("prefix|" + i, PREFIXES.size()))
                    + "****"
                    + key.digits("mobile|" + i, 4),
                key.digits("policy|" + i, 9),
                SURNAMES.get(key.number("surname|" + i, SURNAMES.size()))))
        .toList();
  }

  /** The row, in the shape of a real one whose numbers are replaced. */
  ExportRow like(ExportRow real) {
    return new ExportRow(
        reference.toString(),
        surname,
        real.idNumber(),
        mobile,
        real.address(),
        policyNumber(real.policyNumber()),
        real.product(),
        real.startsAt(),
        real.endsAt(),
        real.premium());
  }

  /**
   * The last digits of a real number replaced; a masked number keeps its shape and says nothing.
   */
  private String policyNumber(String real) {
    int tail = 0;
    while (tail < digits.length()
        && tail < real.length()
        && Character.isDigit(real.charAt(real.length() - 1 - tail))) {
      tail++;
    }
    return real.substring(0, real.length() - tail) + digits.substring(digits.length() - tail);
  }

  /** Whether a row of a leaked sheet is this one; two of three numbers, or the reference. */
  boolean isIn(Set<String> row) {
    if (row.contains(reference.toString())) {
      return true;
    }
    String tail = digits.substring(digits.length() - 6);
    boolean policy = row.stream().anyMatch(cell -> cell.length() > 6 && cell.endsWith(tail));
    return policy && (row.contains(mobile) || row.stream().anyMatch(cell -> cell.endsWith(digits)));
  }
}
