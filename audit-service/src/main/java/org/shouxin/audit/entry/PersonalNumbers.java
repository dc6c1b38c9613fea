package org.shouxin.audit.entry;

/**
 * Finds what looks like a mainland identity number (18 places) or mobile number (11 digits) in a
 * text: runs of digits only, so that one pass suffices. The same patterns as the database's CHECK
 * and the outside verifier.
 */
public final class PersonalNumbers {
  private static final int MOBILE = 11;
  private static final int IDENTITY = 18;

  private PersonalNumbers() {}

  /** Whether such a number is in the text. */
  public static boolean areIn(CharSequence text) {
    int run = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c >= '0' && c <= '9') {
        run++;
        continue;
      }
      if (run >= MOBILE && looksPersonal(text, i - run, run)) {
        return true;
      }
      run = 0;
    }
    return false;
  }

  private static boolean looksPersonal(CharSequence text, int start, int digits) {
    char first = text.charAt(start);
    if (digits == MOBILE) {
      return first == '1' && text.charAt(start + 1) >= '3';
    }
    int end = start + digits;
    if (first == '0') {
      return false;
    }
    if (digits == IDENTITY) {
      return !isLetter(text, end);
    }
    return digits == IDENTITY - 1
        && end < text.length()
        && (text.charAt(end) == 'X' || text.charAt(end) == 'x')
        && !isLetter(text, end + 1)
        && !isDigit(text, end + 1);
  }

  private static boolean isLetter(CharSequence text, int at) {
    return at < text.length()
        && ((text.charAt(at) >= 'A' && text.charAt(at) <= 'Z')
            || (text.charAt(at) >= 'a' && text.charAt(at) <= 'z'));
  }

  private static boolean isDigit(CharSequence text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
