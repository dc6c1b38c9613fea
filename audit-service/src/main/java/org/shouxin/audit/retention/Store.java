package org.shouxin.audit.retention;

import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Who holds a record. */
enum Store {
  RECORDS("records"),
  CONSENT("consent"),
  AUDIT("audit");

  private final String label;

  Store(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /**
   * The store of a service of ours.
   *
   * @throws ProblemException {@code FORBIDDEN} for any other
   */
  static Store ofService(String client) {
    return switch (client) {
      case "records-service" -> RECORDS;
      case "consent-service" -> CONSENT;
      default -> throw new ProblemException(ProblemCode.FORBIDDEN);
    };
  }
}
