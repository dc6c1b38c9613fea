package org.shouxin.consent.banregister;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The life of an entry of the ban register (R-AC-07). */
public sealed interface BanState {

  /** Waits for the second person. */
  record Proposed() implements BanState {}

  /** In force; {@code lastDay} null for life. */
  record Listed(@Nullable LocalDate lastDay) implements BanState {}

  /** In force while the appeal is looked at. */
  record Appealed(@Nullable LocalDate lastDay) implements BanState {}

  /** The appeal was upheld; the entry bans nobody any more. */
  record Overturned() implements BanState {}

  /** Its last day has passed. */
  record Expired(LocalDate lastDay) implements BanState {}

  /** Whether it bans. */
  default boolean bans() {
    return switch (this) {
      case Listed _, Appealed _ -> true;
      case Proposed _, Overturned _, Expired _ -> false;
    };
  }

  /** Name of the state on the wire. */
  default String label() {
    return switch (this) {
      case Proposed _ -> "PROPOSED";
      case Listed _ -> "LISTED";
      case Appealed _ -> "APPEALED";
      case Overturned _ -> "OVERTURNED";
      case Expired _ -> "EXPIRED";
    };
  }
}
