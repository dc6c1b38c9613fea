package org.shouxin.audit.retention;

import java.util.Optional;
import java.util.function.Function;

/**
 * What goes before what, in this order; the first that has an opinion decides (docs/retention.md).
 * There is no other place in the product where a record's end is decided.
 */
enum Precedence {
  /** A hold in force: nothing is destroyed, and what has no use left is only stored. */
  HOLD(facts -> when(facts.held(), stored(facts))),
  /** A statutory period that runs, or has not begun: kept, and only stored when use is over. */
  RETENTION(facts -> when(facts.period() == Period.STATUTORY, stored(facts))),
  /** The person's request, against periods that are only our own choice (PIPL 47). */
  ERASURE(facts -> when(facts.erasureAsked(), facts.evidence() ? Outcome.KEEP : Outcome.DESTROY)),
  /** Without a request: the period, then the purpose (PIPL 19). */
  PURPOSE(facts ->
      Optional.of(
          facts.period() == Period.OVER
              ? Outcome.DESTROY
              : facts.purposeOver() ? Outcome.RESTRICT : Outcome.KEEP));

  /** What becomes of a record. */
  enum Outcome {
    /** Kept and used. */
    KEEP,
    /** Stored and protected, nothing else (PIPL 47 para 2). */
    RESTRICT,
    /** Proposed for destruction. */
    DESTROY
  }

  /** Where a record's longest period stands. */
  enum Period {
    /** The law's own period has not run out, or not begun. */
    STATUTORY,
    /** A period of our choice has not run out. */
    OWN,
    /** No period keeps it any longer. */
    OVER
  }

  /**
   * What decides about a record.
   *
   * @param held a hold in force covers it
   * @param erasureAsked the person asked for erasure, and an officer confirmed or is asked to
   * @param evidence it cannot be erased though no law demands it: an open case, our own files
   * @param purposeOver nothing is left to use it for
   */
  record Facts(
      boolean held, Period period, boolean erasureAsked, boolean evidence, boolean purposeOver) {}

  /** An outcome with the row of the table that decided. */
  record Ruling(Precedence by, Outcome outcome) {}

  private final Function<Facts, Optional<Outcome>> opinion;

  Precedence(Function<Facts, Optional<Outcome>> opinion) {
    this.opinion = opinion;
  }

  /** The first opinion in the order of the table; the last row always has one. */
  static Ruling decide(Facts facts) {
    for (Precedence row : values()) {
      Optional<Outcome> opinion = row.opinion.apply(facts);
      if (opinion.isPresent()) {
        return new Ruling(row, opinion.get());
      }
    }
    throw new IllegalStateException("the last row has no opinion");
  }

  private static Optional<Outcome> when(boolean applies, Outcome outcome) {
    return applies ? Optional.of(outcome) : Optional.empty();
  }

  private static Outcome stored(Facts facts) {
    return facts.erasureAsked() || facts.purposeOver() ? Outcome.RESTRICT : Outcome.KEEP;
  }
}
