package org.shouxin.records.quality;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first step of every rule (data-rules.md, General): half-width, trimmed, one spelling. */
public final class Normalisation {
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "", "/", "//", "\\", "-", "--", "---", "—", "——", "_", ".", "?", "*", "N/A", "NA", "#N/A",
          "N.A.", "NULL", "(NULL)", "NONE", "NIL", "无", "空", "不详", "未知", "暂无", "待补", "待补充", "未填",
          "未提供", "缺失", "缺");
  private static final int LONGEST_PLACEHOLDER = 6;
  private static final Set<String> STATED_NONE = Set.of("无", "没有", "无手机", "无电话", "无号码");

  private Normalisation() {}

  /**
   * NFKC, without surrounding blanks, control characters and Excel's leading apostrophe; "" for
   * null.
   */
  public static String text(@Nullable String raw) {
    if (raw == null || raw.isEmpty()) {
      return "";
    }
    String half = isPlain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
    int start = 0;
    int end = half.length();
    while (start < end && isBlank(half.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(half.charAt(end - 1))) {
      end--;
    }
    if (start < end && isApostrophe(half.charAt(start))) {
      return text(half.substring(start + 1, end));
    }
    return half.substring(start, end);
  }

  /**
   * {@link #text} without blanks and hyphens inside, upper-case: identity, card and phone numbers.
   */
  public static String number(@Nullable String raw) {
    String text = text(raw);
    StringBuilder kept = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean dropped = isBlank(c) || isHyphen(c) || isApostrophe(c);
      if (dropped && kept == null) {
        kept = new StringBuilder(text.length()).append(text, 0, i);
      } else if (!dropped && kept != null) {
        kept.append(c);
      }
    }
    return (kept == null ? text : kept.toString()).toUpperCase(Locale.ROOT);
  }

  /** True for empty cells and the signs people write instead: / - N/A 无 不详. */
  public static boolean isMissing(@Nullable String raw) {
    String text = text(raw);
    return text.length() <= LONGEST_PLACEHOLDER
        && PLACEHOLDERS.contains(text.toUpperCase(Locale.ROOT));
  }

  /** True when somebody wrote "there is none" into a field that needs a number. */
  public static boolean statesNone(@Nullable String raw) {
    return STATED_NONE.contains(text(raw));
  }

  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c >= 0x80 && (c < 0x4E00 || c > 0x9FFF)) {
        return false;
      }
    }
    return true;
  }

  static boolean isBlank(char c) {
    return c <= ' '
        || c == 0x7F
        || c == '\u00A0'
        || c == '\u3000'
        || (c >= '\u2000' && c <= '\u200F')
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u2060'
        || c == '\uFEFF';
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2018' || c == '\u2019' || c == '`';
  }

  private static boolean isHyphen(char c) {
    return c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
  }
}
