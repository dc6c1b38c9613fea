package org.shouxin.consent.verifier;

/** How one check went. */
sealed interface Finding {
  Check check();

  /** It holds. */
  record Holds(Check check, String detail) implements Finding {}

  /** It does not. */
  record Fails(Check check, Fault fault, String detail) implements Finding {}

  /** Nothing to check: this copy has no proof of the log. */
  record Open(Check check, String detail) implements Finding {}

  /** One line of the report. */
  default String line() {
    return switch (this) {
      case Holds holds -> "OK    %s: %s".formatted(check().words(), holds.detail());
      case Fails fails ->
          "FAIL  %s: %s %s (%s)"
              .formatted(check().words(), fails.fault(), fails.fault().words(), fails.detail());
      case Open open -> "OPEN  %s: %s".formatted(check().words(), open.detail());
    };
  }
}
