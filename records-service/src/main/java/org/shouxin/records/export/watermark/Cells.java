package org.shouxin.records.export.watermark;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cells as they are compared: after re-typing, whatever the widths, spaces and date marks. */
final class Cells {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\u200b\\ufeff]+");
  private static final Pattern DATE =
      Pattern.compile("^(\\d{4})[-/.\u5e74](\\d{1,2})[-/.\u6708](\\d{1,2})\u65e5?(.*)$");

  private Cells() {}

  static String normalise(String cell) {
    String plain = SPACES.matcher(Normalizer.normalize(cell, Normalizer.Form.NFKC)).replaceAll("");
    Matcher date = DATE.matcher(plain);
    return date.matches()
        ? "%s-%2s-%2s%s"
            .formatted(date.group(1), date.group(2), date.group(3), date.group(4))
            .replace(' ', '0')
        : plain;
  }
}
