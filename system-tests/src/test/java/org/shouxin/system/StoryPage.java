package org.shouxin.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The table of docs/story.md. */
final class StoryPage {
  private static final Pattern ROW =
      Pattern.compile(
          "(?m)^\\| (\\d+) \\| `([^`]+)` \\| (?:`([^`]+)`|-) \\| ([a-z ]+) \\| ([^|]*) \\|$");

  private StoryPage() {}

  /** Event types that the page says the log holds, by step and in order. */
  static List<List<String>> shown() {
    Map<Integer, List<String>> steps = new TreeMap<>();
    for (MatchResult row : ROW.matcher(Project.read("docs/story.md")).results().toList()) {
      List<String> step =
          steps.computeIfAbsent(Integer.valueOf(row.group(1)), number -> new ArrayList<>());
      if (row.group(4).equals("shown") || row.group(4).equals("shown later")) {
        step.add(row.group(3).split(" ")[0]);
      }
    }
    return steps.values().stream().filter(step -> !step.isEmpty()).toList();
  }
}
