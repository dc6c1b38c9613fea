package org.shouxin.gateway.incident;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The items of PIPL 57 between GraphQL and audit-service, which says what is missing. */
final class PiplItems {
  private PiplItems() {}

  static Map<String, Map<String, String>> of(List<IncidentTextsInput> texts) {
    Map<String, Map<String, String>> items = new TreeMap<>();
    for (IncidentTextsInput text : texts) {
      Map<String, String> told = new TreeMap<>();
      put(told, "CATEGORIES", text.categories());
      put(told, "CAUSE", text.cause());
      put(told, "HARM", text.harm());
      put(told, "MEASURES_TAKEN", text.measuresTaken());
      put(told, "MEASURES_YOU_CAN_TAKE", text.measuresYouCanTake());
      put(told, "CONTACT", text.contact());
      items.put(text.language(), told);
    }
    return items;
  }

  static List<IncidentTexts> shown(Map<String, Map<String, String>> items) {
    return items.entrySet().stream()
        .map(entry -> {
          Map<String, String> told = entry.getValue();
          return new IncidentTexts(
              entry.getKey(),
              told.getOrDefault("CATEGORIES", ""),
              told.getOrDefault("CAUSE", ""),
              told.getOrDefault("HARM", ""),
              told.getOrDefault("MEASURES_TAKEN", ""),
              told.getOrDefault("MEASURES_YOU_CAN_TAKE", ""),
              told.getOrDefault("CONTACT", ""));
        })
        .toList();
  }

  private static void put(Map<String, String> told, String item, @Nullable String text) {
    if (text != null) {
      told.put(item, text);
    }
  }
}
