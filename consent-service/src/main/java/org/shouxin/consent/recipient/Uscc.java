package org.shouxin.consent.recipient;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Unified Social Credit Code of a legal entity (统一社会信用代码, GB 32100-2015; DR-02).
 *
 * @param value 18 characters, checked
 */
public record Uscc(String value) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM =
      Pattern.compile("[1-9ANY][0-9A-HJ-NP-RTUW-Y][0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}");
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

  public Uscc {
    fault(value)
        .ifPresent(fault -> {
          throw new IllegalArgumentException(fault);
        });
  }

  /** The error code of DR-02, USCC_FORMAT or USCC_CHECKSUM; empty when the code is right. */
  public static Optional<String> fault(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.of("USCC_FORMAT");
    }
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * ALPHABET.indexOf(text.charAt(i));
    }
    char check = ALPHABET.charAt((31 - sum % 31) % 31);
    return check == text.charAt(17) ? Optional.empty() : Optional.of("USCC_CHECKSUM");
  }

  /** False for the legacy codes whose inner organisation code deviates (warning USCC_ORG_CHECK). */
  public boolean innerCodeHolds() {
    int sum = 0;
    for (int i = 0; i < INNER_WEIGHTS.length; i++) {
      sum += INNER_WEIGHTS[i] * Character.digit(value.charAt(8 + i), 36);
    }
    int check = 11 - sum % 11;
    char expected = check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    return expected == value.charAt(16);
  }
}
