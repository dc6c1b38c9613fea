package org.shouxin.audit.entry;

/**
 * Why an event was kept out of the log.
 *
 * @param field the listed field at fault, or empty; never a name or value made up by the reporter
 */
record Refusal(Reason reason, String field) {
  enum Reason {
    FIELD_UNKNOWN,
    FIELD_MISSING,
    FIELD_MALFORMED,
    PERSONAL_VALUE,
    TIME_FAR_OFF
  }

  static Refusal of(Reason reason) {
    return new Refusal(reason, "");
  }

  static Refusal of(Reason reason, String field) {
    return new Refusal(reason, field);
  }
}
