package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.system.Project;

/** docs/dictionary.md names types that exist (style.md 23). */
class DictionaryPageTest {
  private static final List<String> MODULES =
      List.of(
          "platform/runtime",
          "platform/document",
          "platform/testing",
          "consent-service",
          "records-service",
          "audit-service",
          "gateway",
          "launcher",
          "cluster");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\|[^|]+\\|[^|]+\\|[^|]+\\|([^|]+)\\|[^|]+\\|[^|]+\\|$");
  private static final Pattern TYPE_NAME = Pattern.compile("`([A-Z][A-Za-z]+)[^`]*`");
  private static final Pattern DECLARATION =
      Pattern.compile("\\b(?:class|record|enum|interface) ([A-Z][A-Za-z]+)");

  @Test
  void everyJavaFormIsATypeOfTheSources() throws IOException {
    Set<String> types = new TreeSet<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(Project.path(module + "/src/main/java"))) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(Project::read)
            .forEach(source -> names(DECLARATION, source).forEach(types::add));
      }
    }
    List<String> named =
        ROW.matcher(Project.read("docs/dictionary.md"))
            .results()
            .map(row -> row.group(1))
            .flatMap(cell -> names(TYPE_NAME, cell))
            .toList();
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(named).filteredOn(name -> !types.contains(name)).isEmpty();
  }

  private static Stream<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}
