package org.shouxin.system.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouxin.system.Project;

/** Names of metrics: those that alerts and dashboards use, and those that a service has. */
final class Metrics {
  private static final String FOLDER = "k8s/components/monitoring/";

  /** Ours and the frameworks'; the cluster's own (kubelet, operators, {@code up}) are not here. */
  private static final Pattern NAME =
      Pattern.compile("\\b((?:shouxin|http|agroal|jvm|process)_[a-z_]+)");

  private Metrics() {}

  /** The names in an answer of {@code /q/metrics}. */
  static Set<String> names(String answer) {
    Set<String> names = new TreeSet<>();
    answer
        .lines()
        .filter(line -> line.matches("[a-z_]+[ {].*"))
        .forEach(line -> names.add(line.replaceFirst("[ {].*", "")));
    return names;
  }

  static Set<String> used() {
    Set<String> used = found(Project.read(FOLDER + "rules.yaml"));
    used.addAll(found(Project.read(FOLDER + "request-time-metric.yaml")));
    used.remove("shouxin_request_seconds_mean");
    for (String dashboard : Set.of("services", "promises")) {
      JsonNode panels = dashboard(dashboard).path("panels");
      panels.findValuesAsText("expr").forEach(expression -> used.addAll(found(expression)));
    }
    return used;
  }

  static JsonNode dashboard(String name) {
    try {
      return new ObjectMapper().readTree(Project.read(FOLDER + "dashboards/" + name + ".json"));
    } catch (IOException malformed) {
      throw new AssertionError(name, malformed);
    }
  }

  private static Set<String> found(String text) {
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }
}
