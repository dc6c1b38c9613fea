package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.system.Project;

/** docs/problems.md against {@link ProblemCode} (style.md 12). */
class ProblemsPageTest {
  private static final Pattern SECTION =
      Pattern.compile(
          "(?m)^## (\\S+)\\n(.+)\\n- Means: .+(?:\\n {2}.+)*\\n- en: .+\\n- zh-CN: .*\\p{IsHan}.*\\n- Caller:"
              + " .+(?:\\n {2}.+)*\\n");

  private static final Pattern ANCHOR = Pattern.compile("(?m)^## (.+)$");

  private final String page = Project.read("docs/problems.md");

  @Test
  void everyCodeHasItsAnchorWithStatusTitleMeaningBothLanguagesAndAdvice() {
    List<String> documented =
        SECTION.matcher(page).results().map(ProblemsPageTest::headline).toList();
    assertThat(Arrays.stream(ProblemCode.values()).map(ProblemsPageTest::headline))
        .filteredOn(code -> !documented.contains(code))
        .as("codes without a whole section in docs/problems.md")
        .isEmpty();
  }

  @Test
  void everyAnchorStandsOnceAndForACodeThatExists() {
    List<String> anchors = ANCHOR.matcher(page).results().map(anchor -> anchor.group(1)).toList();
    assertThat(anchors).doesNotHaveDuplicates();
    List<String> slugs = Arrays.stream(ProblemCode.values()).map(ProblemCode::slug).toList();
    assertThat(anchors).filteredOn(anchor -> !slugs.contains(anchor)).isEmpty();
  }

  private static String headline(MatchResult section) {
    return section.group(1) + " " + section.group(2);
  }

  private static String headline(ProblemCode code) {
    return code.slug() + " `" + code.name() + "` · " + code.status() + " · " + code.title();
  }
}
