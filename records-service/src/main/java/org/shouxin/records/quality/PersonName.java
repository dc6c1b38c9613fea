package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.NAME_DUMMY;
import static org.shouxin.records.quality.DefectCode.NAME_FORMAT;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-06: names of natural persons, Chinese (with {@code ·} between parts) or Latin. */
public final class PersonName {
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}+(·\\p{IsHan}+)*");
  private static final Pattern LATIN =
      Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M} '.,-]{0,59}");
  private static final Pattern DOTS = Pattern.compile("\\s*[·•.．・‧∙⋅]\\s*");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern DUMMY =
      Pattern.compile(".*(测试|客户|某某|无名).*|.*(先生|女士|小姐)|.某|(?i)test.*");

  private PersonName() {}

  /** All faults of a name. */
  public static Verdict check(@Nullable String raw) {
    String name = normalise(raw);
    int length = name.codePointCount(0, name.length());
    boolean wellFormed =
        isChinese(name)
            ? length <= 30 && CHINESE.matcher(name).matches()
            : LATIN.matcher(name).matches();
    if (!wellFormed) {
      return Verdict.of(name, NAME_FORMAT);
    }
    return DUMMY.matcher(name).matches() ? Verdict.of(name, NAME_DUMMY) : Verdict.of(name);
  }

  /**
   * One spelling: no blanks in Chinese names, single blanks in Latin ones, {@code ·} for every dot.
   */
  public static String normalise(@Nullable String raw) {
    String text = Normalisation.text(raw);
    return isChinese(text)
        ? BLANKS.matcher(DOTS.matcher(text).replaceAll("·")).replaceAll("")
        : BLANKS.matcher(text).replaceAll(" ");
  }

  /** True when a Chinese character is in it. */
  public static boolean isChinese(String name) {
    return HAN.matcher(name).find();
  }
}
