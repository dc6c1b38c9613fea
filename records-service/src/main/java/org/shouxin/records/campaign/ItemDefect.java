package org.shouxin.records.campaign;

import java.util.Locale;

/**
 * What is wrong with one field of one person (R-RC-02).
 *
 * @param field as the catalogue names it
 * @param code of DR-00 to DR-06, or CONFLICT where sources say different things
 */
record ItemDefect(String field, Kind kind, String code) {

  /** Missing, suspected false, changed. */
  enum Kind {
    MISSING,
    SUSPECTED_FALSE,
    CHANGED
  }

  /** As stored: {@code mobile:MISSING:KEY_FIELD_MISSING}. */
  String label() {
    return field + ':' + kind + ':' + code;
  }

  static ItemDefect parse(String label) {
    String[] parts = label.split(":", 3);
    return new ItemDefect(parts[0], Kind.valueOf(parts[1].toUpperCase(Locale.ROOT)), parts[2]);
  }
}
