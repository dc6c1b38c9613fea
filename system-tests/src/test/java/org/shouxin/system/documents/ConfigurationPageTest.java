package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.system.Project;

/** docs/configuration.md against the keys that each module lists (issue 2, item 8). */
class ConfigurationPageTest {
  private static final String BEGIN = "<!-- keys: begin -->\n";
  private static final String END = "<!-- keys: end -->\n";

  /** On a difference the expected part is in target/configuration-keys.md, to be copied. */
  @Test
  void thePageListsExactlyTheKeysOfTheModulesWithTheirSentences() throws IOException {
    String expected = rendered(ConfigurationKeys.ofModules());
    Files.writeString(Project.path("system-tests/target/configuration-keys.md"), expected);
    String page = Project.read("docs/configuration.md");
    assertThat(page).contains(BEGIN, END);
    String documented = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));
    assertThat(expected.lines())
        .filteredOn(line -> !documented.lines().toList().contains(line))
        .as(
            "missing in docs/configuration.md; copy target/configuration-keys.md between its markers")
        .isEmpty();
    assertThat(documented).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "consent-service", "records-service", "audit-service"})
  void noServiceSetsAKeyThatNobodyListed(String service) {
    TreeSet<String> listed = new TreeSet<>();
    Map<String, TreeMap<String, String>> modules = ConfigurationKeys.ofModules();
    listed.addAll(modules.getOrDefault("platform/runtime", new TreeMap<>()).keySet());
    listed.addAll(modules.getOrDefault(service, new TreeMap<>()).keySet());
    assertThat(listed).containsAll(ConfigurationKeys.usedBy(service));
  }

  private static String rendered(Map<String, TreeMap<String, String>> modules) {
    StringBuilder text = new StringBuilder();
    modules.forEach((module, keys) -> {
      text.append("\n## ")
          .append(module.equals("platform/runtime") ? "every service" : module)
          .append("\n\n| Key | Meaning |\n|---|---|\n");
      keys.forEach((key, sentence) ->
          text.append("| `").append(key).append("` | ").append(sentence).append(" |\n"));
    });
    return text.append("\n").toString();
  }
}
