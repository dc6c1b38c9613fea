package org.shouxin.system.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouxin.system.Project;

/** Whoever is woken by an alert finds its section. */
class RunbookTest {
  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");
  private static final Pattern LINK = Pattern.compile("runbook_url: docs/operations.md#(\\w+)");
  private static final Pattern SECTION = Pattern.compile("(?m)^### (Shouxin\\w+)$");

  @Test
  void everyAlertLinksItsSectionAndEverySectionHasItsAlert() {
    String rules = Project.read("k8s/components/monitoring/rules.yaml");
    List<String> alerts = found(ALERT, rules);
    assertThat(alerts).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(found(LINK, rules))
        .isEqualTo(alerts.stream().map(alert -> alert.toLowerCase(Locale.ROOT)).toList());
    assertThat(found(SECTION, Project.read("docs/operations.md"))).isEqualTo(alerts);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(one -> one.group(1)).toList();
  }
}
