package org.shouxin.consent.notice;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a new version tells differently about a purpose or a receiver, and so makes consents to the
 * earlier words stale: purpose, method, category, retention, recipient (PIPL 14, 23). Contact data,
 * law and order of words aside.
 */
final class ToldChanges {
  private ToldChanges() {}

  /** Purpose codes and names of receivers that an earlier text told otherwise, sorted. */
  static Set<String> between(NoticeText before, NoticeText now) {
    Set<String> changed = new TreeSet<>();
    addDifferent(changed, activities(before), activities(now));
    addDifferent(changed, receivers(before), receivers(now));
    return changed;
  }

  private static <T> void addDifferent(
      Set<String> changed, Map<String, T> before, Map<String, T> now) {
    before.forEach((subject, told) -> {
      if (!told.equals(now.get(subject))) {
        changed.add(subject);
      }
    });
  }

  private record Activity(
      @Nullable String words,
      @Nullable String method,
      @Nullable Boolean automated,
      Set<String> categories,
      @Nullable String retention,
      @Nullable String afterRetention) {}

  private record Receiver(
      @Nullable String purpose, @Nullable String method, Set<String> categories) {}

  private static Map<String, Activity> activities(NoticeText text) {
    Map<String, Activity> told = new LinkedHashMap<>();
    for (NoticeText.Activity a : listed(text.activities())) {
      told.put(
          String.valueOf(a.purpose()),
          new Activity(
              a.words(),
              a.method(),
              a.automatedDecision(),
              set(a.categories()),
              a.retention(),
              a.afterRetention()));
    }
    return told;
  }

  private static Map<String, Receiver> receivers(NoticeText text) {
    Map<String, Receiver> told = new LinkedHashMap<>();
    for (NoticeText.Receiver r : listed(text.recipients())) {
      told.put(
          String.valueOf(r.name()), new Receiver(r.purpose(), r.method(), set(r.categories())));
    }
    return told;
  }

  private static Set<String> set(@Nullable List<String> entries) {
    return new HashSet<>(listed(entries));
  }

  private static <T> List<T> listed(@Nullable List<T> entries) {
    return entries == null ? List.of() : entries;
  }
}
