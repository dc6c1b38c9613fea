package org.shouxin.records.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The matrix of DR-13 in force. A grade may show less than the matrix allows, never more; a field
 * without a class is shown to nobody.
 *
 * @param classes class of data by field
 */
record AccessMatrix(List<AccessRule> rules, Map<String, String> classes) {

  /** The grade as the matrix lets it be. */
  FieldGrade bound(FieldGrade grade) {
    Map<Audience, Shown> shown = new EnumMap<>(Audience.class);
    Map<Audience, Unmask> unmask = new EnumMap<>(Audience.class);
    String dataClass = classes.get(grade.field());
    for (Audience audience : Audience.values()) {
      AccessRule rule = find(dataClass, audience);
      shown.put(
          audience, rule == null ? Shown.HIDDEN : stricter(rule.shown(), grade.shownTo(audience)));
      unmask.put(audience, rule == null ? Unmask.NO : rule.unmask());
    }
    return new FieldGrade(
        grade.field(),
        grade.grade(),
        grade.level(),
        grade.sensitive(),
        grade.mask(),
        Map.copyOf(shown),
        Map.copyOf(unmask));
  }

  private @Nullable AccessRule find(@Nullable String dataClass, Audience audience) {
    return rules.stream()
        .filter(rule -> rule.dataClass().equals(dataClass) && rule.position() == audience)
        .findAny()
        .orElse(null);
  }

  private static Shown stricter(Shown one, Shown other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
