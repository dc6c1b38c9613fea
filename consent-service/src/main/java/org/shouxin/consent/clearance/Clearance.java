package org.shouxin.consent.clearance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether an employee may be let near customers' data on a day of Shanghai (R-AC-06). */
public sealed interface Clearance {

  /** Trained, tested and bound by signature; {@code lastDay} included. */
  record Cleared(LocalDate lastDay) implements Clearance {}

  /** Never certified. */
  record Missing() implements Clearance {}

  /** The certificate's last day has passed. */
  record Expired(LocalDate lastDay) implements Clearance {}

  /** A breach of the confidentiality agreement is recorded and not lifted. */
  record Suspended() implements Clearance {}

  /** A breach outweighs every certificate; a certificate holds until midnight of its last day. */
  static Clearance on(LocalDate day, @Nullable LocalDate lastDay, boolean breached) {
    if (breached) {
      return new Suspended();
    }
    if (lastDay == null) {
      return new Missing();
    }
    return day.isAfter(lastDay) ? new Expired(lastDay) : new Cleared(lastDay);
  }

  /** Name of the state on the wire. */
  default String label() {
    return switch (this) {
      case Cleared _ -> "CLEARED";
      case Missing _ -> "MISSING";
      case Expired _ -> "EXPIRED";
      case Suspended _ -> "SUSPENDED";
    };
  }
}
