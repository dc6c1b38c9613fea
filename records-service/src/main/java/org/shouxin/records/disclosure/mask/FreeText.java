package org.shouxin.records.disclosure.mask;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * DR-07 for words that somebody typed: what looks like a number or an e-mail address of a person is
 * masked where it stands, the words around it are left. It errs to the side of the mask: a date in
 * digits is masked too.
 */
public final class FreeText {
  private static final int DIGITS_SHOWN = 4;

  /**
   * Seven digits or more, of any script, also with a blank, a dot or a dash between them. It gives
   * nothing back ({@code +}), so that a page of digits takes no deep stack.
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\p{Nd}(?:[\\s.\\-_\\u00b7\\u2010-\\u2015\\uff0d]{0,2}\\p{Nd}){6,}+[Xx\\uff38\\uff58]?");

  private static final Pattern MAILBOX = Pattern.compile("[\\p{L}\\p{N}._%+\\-]+(?=[@\\uff20])");

  private FreeText() {}

  /** The text with every number masked but its last four characters, every mailbox hidden. */
  public static String masked(String text) {
    String numbers = NUMBER.matcher(text).replaceAll(FreeText::lastFour);
    return MAILBOX.matcher(numbers).replaceAll("***");
  }

  private static String lastFour(MatchResult number) {
    String written = number.group();
    int hidden = written.codePointCount(0, written.length()) - DIGITS_SHOWN;
    return "*".repeat(hidden) + written.substring(written.offsetByCodePoints(0, hidden));
  }
}
