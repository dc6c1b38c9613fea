package org.shouxin.audit.monitor.rule;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rules in force, one version of them. Immutable. */
public final class RuleSet {
  private static final String ANYBODY = "*";

  private final String version;
  private final Levels levels;
  private final WorkingHours hours;
  private final List<Rule> rules;
  private final Map<String, List<Rule>> byRole = new HashMap<>();

  public RuleSet(String version, Levels levels, WorkingHours hours, Collection<Rule> rules) {
    this.version = version;
    this.levels = levels;
    this.hours = hours;
    this.rules = List.copyOf(rules);
    for (Rule rule : this.rules) {
      byRole.computeIfAbsent(rule.audience(), this::choose);
    }
    byRole.computeIfAbsent(ANYBODY, this::choose);
  }

  public String version() {
    return version;
  }

  public Levels levels() {
    return levels;
  }

  public WorkingHours hours() {
    return hours;
  }

  public List<Rule> rules() {
    return rules;
  }

  /** The rules for a role, one a signal: its own row, else the row for anybody. */
  List<Rule> of(String role) {
    List<Rule> chosen = byRole.get(role);
    return chosen == null ? byRole.getOrDefault(ANYBODY, List.of()) : chosen;
  }

  private List<Rule> choose(String role) {
    Map<Signal, Rule> chosen = new EnumMap<>(Signal.class);
    for (String audience : List.of(ANYBODY, role)) {
      rules.stream()
          .filter(rule -> rule.audience().equals(audience))
          .forEach(rule -> chosen.put(rule.signal(), rule));
    }
    return List.copyOf(chosen.values());
  }
}
