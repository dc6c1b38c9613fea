package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.USCC_CHECKSUM;
import static org.shouxin.records.quality.DefectCode.USCC_FORMAT;
import static org.shouxin.records.quality.DefectCode.USCC_ORG_CHECK;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-02: the unified social credit code 统一社会信用代码 (GB 32100-2015, inner code GB 11714). */
public final class UnifiedSocialCreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };
  private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final Pattern FORM =
      Pattern.compile("[1-9ANY][0-9A-HJ-NP-RTUWXY]\\d{6}[0-9A-HJ-NP-RTUWXY]{10}");

  private UnifiedSocialCreditCode() {}

  /** All faults of a code. */
  public static Verdict check(@Nullable String raw) {
    String code = Normalisation.number(raw);
    if (!FORM.matcher(code).matches()) {
      return Verdict.of(code, USCC_FORMAT);
    }
    Set<DefectCode> found = EnumSet.noneOf(DefectCode.class);
    if (code.charAt(17) != checkCharacter(code)) {
      found.add(USCC_CHECKSUM);
    }
    if (code.charAt(16) != innerCheckCharacter(code)) {
      found.add(USCC_ORG_CHECK);
    }
    return Verdict.of(code, found);
  }

  private static char checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
    }
    return ALPHABET.charAt((31 - sum % 31) % 31);
  }

  private static char innerCheckCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      sum += INNER_WEIGHTS[i] * Character.digit(code.charAt(8 + i), 36);
    }
    int check = 11 - sum % 11;
    return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
  }
}
