package org.shouxin.records.disclosure.mask;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.quality.Verdict;

/** Names: 张三丰 is 张** for staff and 张* for partners; John Smith is J*** S*** and J***. */
final class NameMask {
  private NameMask() {}

  static String of(MaskLevel level, String raw) {
    Verdict verdict = PersonName.check(raw);
    if (!verdict.accepted()) {
      return Masks.FULL;
    }
    String name = verdict.value();
    return PersonName.isChinese(name) ? chinese(level, name) : latin(level, name);
  }

  private static String chinese(MaskLevel level, String name) {
    int length = name.codePointCount(0, name.length());
    if (length == 1) {
      return "*";
    }
    String first = name.substring(0, name.offsetByCodePoints(0, 1));
    return first + "*".repeat(level == MaskLevel.W ? length - 1 : 1);
  }

  private static String latin(MaskLevel level, String name) {
    String[] words = name.split(" ", -1);
    return Arrays.stream(words)
        .limit(level == MaskLevel.W ? words.length : 1)
        .map(word -> word.length() < 2 ? "***" : word.charAt(0) + "***")
        .collect(Collectors.joining(" "));
  }
}
