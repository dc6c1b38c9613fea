package org.shouxin.audit.monitor.rule;

/** What is done about an actor. */
public sealed interface Interception extends Comparable<Interception> {
  /** Nothing. */
  record Clear() implements Interception {}

  /** Somebody is told. */
  record Warned() implements Interception {}

  /** A person signs in anew before going on; a partner's pace is narrowed. */
  record SteppedUp() implements Interception {}

  /** No access until a reviewer has decided. */
  record Blocked() implements Interception {}

  /** No access; confirmed, or beyond doubt by its score. */
  record Locked() implements Interception {}

  /** Name in JSON, SQL and events. */
  default String label() {
    return switch (this) {
      case Clear() -> "NONE";
      case Warned() -> "WARN";
      case SteppedUp() -> "STEP_UP";
      case Blocked() -> "BLOCK";
      case Locked() -> "LOCK";
    };
  }

  private int rank() {
    return switch (this) {
      case Clear() -> 0;
      case Warned() -> 1;
      case SteppedUp() -> 2;
      case Blocked() -> 3;
      case Locked() -> 4;
    };
  }

  @Override
  default int compareTo(Interception other) {
    return Integer.compare(rank(), other.rank());
  }

  /** Whether the actor is kept out. */
  default boolean closesAccess() {
    return rank() >= 3;
  }

  /** The interception of that name. */
  static Interception of(String label) {
    return switch (label) {
      case "NONE" -> new Clear();
      case "WARN" -> new Warned();
      case "STEP_UP" -> new SteppedUp();
      case "BLOCK" -> new Blocked();
      case "LOCK" -> new Locked();
      default -> throw new IllegalArgumentException("no such interception");
    };
  }
}
