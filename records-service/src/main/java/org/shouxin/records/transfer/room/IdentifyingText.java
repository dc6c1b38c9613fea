package org.shouxin.records.transfer.room;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Finds numbers of people in free text: mobile numbers and citizen numbers, also in full-width
 * digits, with blanks, dots or dashes between the digits, and with a country code.
 */
final class IdentifyingText {
  private static final Pattern SEPARATOR =
      Pattern.compile("(?<=\\d)[\\s.\\-_\\u00b7]{1,2}(?=[\\dXx])");
  private static final Pattern MOBILE =
      Pattern.compile("(?<!\\d)(?:\\+?86|0086)?1[3-9]\\d{9}(?!\\d)");
  private static final Pattern CITIZEN =
      Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|\\d{15})(?!\\d)");

  private IdentifyingText() {}

  static boolean identifies(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String joined = SEPARATOR.matcher(plain).replaceAll("");
    return has(plain) || has(joined);
  }

  private static boolean has(String text) {
    return MOBILE.matcher(text).find() || CITIZEN.matcher(text).find();
  }
}
