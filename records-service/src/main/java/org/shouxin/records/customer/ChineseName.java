package org.shouxin.records.customer;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Surname and characters of a Chinese name, for search by surname and any one further character. A
 * name that begins with a compound surname is read both ways: 欧阳锋 may also be 欧 阳锋.
 */
public final class ChineseName {
  private static final Set<String> COMPOUND =
      Set.of(
          "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟", "公羊", "赫连",
          "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离", "长孙", "宇文", "司徒", "鲜于",
          "司空", "令狐", "轩辕", "呼延", "东郭", "南门", "羊舌", "西门", "百里", "拓跋", "完颜", "叶赫");

  private ChineseName() {}

  /** Every pair of surname and one further character, such as {@code 张|三} and {@code 张|丰}. */
  static Set<String> pairs(String name) {
    int[] characters = name.codePoints().toArray();
    Set<String> pairs = new LinkedHashSet<>();
    addPairs(pairs, characters, 1);
    if (hasCompoundSurname(characters)) {
      addPairs(pairs, characters, 2);
    }
    return pairs;
  }

  /** The pair that a searcher typed, as 张丰 or 欧阳锋; empty when it is none. */
  public static Optional<String> findPair(String typed) {
    int[] characters = typed.codePoints().toArray();
    int surname = characters.length - 1;
    boolean readable =
        typed.codePoints().allMatch(Character::isIdeographic)
            && (surname == 1 || (surname == 2 && hasCompoundSurname(characters)));
    return readable ? Optional.of(pair(characters, surname, surname)) : Optional.empty();
  }

  private static boolean hasCompoundSurname(int[] characters) {
    return characters.length > 2 && COMPOUND.contains(new String(characters, 0, 2));
  }

  private static void addPairs(Set<String> pairs, int[] characters, int surname) {
    for (int i = surname; i < characters.length; i++) {
      if (Character.isIdeographic(characters[i])) {
        pairs.add(pair(characters, surname, i));
      }
    }
  }

  private static String pair(int[] characters, int surname, int position) {
    return new String(characters, 0, surname) + '|' + Character.toString(characters[position]);
  }
}
