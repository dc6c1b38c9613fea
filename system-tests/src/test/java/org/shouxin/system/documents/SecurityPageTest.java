package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.system.Project;

/** docs/security.md answers each requirement once, and the tests it names exist (issue 11). */
class SecurityPageTest {
  private static final List<String> MODULES =
      List.of(
          "platform/testing",
          "platform/document",
          "consent-service",
          "records-service",
          "audit-service",
          "gateway",
          "launcher",
          "bench",
          "system-tests");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+[\\d., ]*) \\|");
  private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final Pattern METHOD = Pattern.compile("(?m)^  (?:public )?void (\\w+)\\(");

  @Test
  void eachRequirementOfLevelTwoIsAnsweredOnce() {
    List<String> answered =
        ROW.matcher(Project.read("docs/security.md"))
            .results()
            .flatMap(row -> Stream.of(row.group(1).split(", *")))
            .map(String::strip)
            .toList();
    List<String> required =
        Project.read(
                "system-tests/src/test/resources/org/shouxin/system/documents/asvs-5.0-levels-1-and-2.txt")
            .lines()
            .toList();
    assertThat(required).hasSize(253);
    assertThat(answered).containsExactlyInAnyOrderElementsOf(required);
  }

  @Test
  void everyTestThatThePageNamesExists() throws IOException {
    Map<String, Set<String>> methods = methods();
    List<String> named =
        NAMED
            .matcher(Project.read("docs/security.md"))
            .results()
            .map(match -> match.group(1) + "." + match.group(2))
            .toList();
    assertThat(named).hasSizeGreaterThan(100);
    assertThat(named)
        .filteredOn(name -> {
          String[] parts = name.split("\\.");
          return !methods.getOrDefault(parts[0], Set.of()).contains(parts[1]);
        })
        .isEmpty();
  }

  private static Map<String, Set<String>> methods() throws IOException {
    Map<String, Set<String>> methods = new HashMap<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Project.path(module + "/src/test/java"))) {
        for (Path file : files.filter(one -> one.toString().endsWith("Test.java")).toList()) {
          String name = String.valueOf(file.getFileName()).replace(".java", "");
          Set<String> found = methods.computeIfAbsent(name, _ -> new HashSet<>());
          METHOD
              .matcher(Project.read(file))
              .results()
              .forEach(method -> found.add(method.group(1)));
        }
      }
    }
    return methods;
  }
}
