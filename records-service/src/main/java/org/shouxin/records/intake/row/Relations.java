package org.shouxin.records.intake.row;

import java.util.Set;
import java.util.regex.Pattern;
import org.shouxin.records.quality.Normalisation;

/** What a relation to the applicant says. */
final class Relations {
  private static final Set<String> SELF =
      Set.of("本人", "自己", "投保人本人", "同投保人", "SELF", "self", "Self");
  private static final Pattern FAMILY =
      Pattern.compile(
          ".*(配偶|夫妻|丈夫|妻|父|母|子|女|儿|兄|弟|姐|妹|祖|孙|岳|公婆|亲属|家属).*"
              + "|(?i)(spouse|husband|wife|child|son|daughter|parent|father|mother|sibling|brother|sister|grand.*)");
  private static final Pattern CHILD = Pattern.compile(".*(子|女|儿).*|(?i)(child|son|daughter)");

  /** Nephews and nieces, grandchildren, wives and in-laws are nobody's own minor child. */
  private static final Pattern NO_CHILD = Pattern.compile(".*(侄|甥|孙|妻|媳|婿).*");

  private Relations() {}

  static boolean isSelf(String relation) {
    return SELF.contains(Normalisation.text(relation));
  }

  static boolean isFamily(String relation) {
    return FAMILY.matcher(Normalisation.text(relation)).matches();
  }

  static boolean isChild(String relation) {
    String text = Normalisation.text(relation);
    return CHILD.matcher(text).matches() && !NO_CHILD.matcher(text).matches();
  }
}
