package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.shouxin.system.Project;

/** The table of docs/story.md says what the story's own list of events says. */
class StoryPageTest {
  private static final Map<String, String> SHOWN =
      Map.of(
          "NOW", "shown",
          "LATER", "shown later",
          "ELSEWHERE", "not in the story",
          "MISSING", "missing");

  @Test
  void everyExpectedEventIsARowOfThePageInTheSameOrder() {
    List<String> expected =
        Project.read("launcher/src/main/resources/story/events.csv")
            .lines()
            .skip(1)
            .map(StoryPageTest::row)
            .toList();
    List<String> rows =
        Project.read("docs/story.md").lines().filter(line -> line.matches("\\| \\d.*")).toList();
    assertThat(rows).containsExactlyElementsOf(expected);
  }

  private static String row(String line) {
    String[] cells = line.split(",", -1);
    String ours = cells[2].isEmpty() ? "-" : "`" + cells[2] + "`";
    String shown = Objects.requireNonNull(SHOWN.get(cells[3]), cells[3]);
    return "| %s | `%s` | %s | %s | %s |".formatted(cells[0], cells[1], ours, shown, cells[4]);
  }
}
