package org.shouxin.audit.monitor.rule;

/** What is measured of an actor; each is a number that a rule compares with its limits. */
public enum Signal {
  /** Different people in the last two minutes. */
  PACE,
  /** Different people in the last hour. */
  VOLUME,
  /** Different people today. */
  BREADTH,
  /** Different people today that came in listings, not by a search for one of them. */
  LISTED,
  /** Different people today that the actor does not look after. */
  NOT_OWN,
  /** Different people today who were refused or not found. */
  NOT_FOUND,
  /** Most searches of today within one block of neighbouring numbers. */
  SEQUENCE,
  /** Most searches of today for one surname, when at least half of them are for it. */
  SURNAME,
  /** Different people today outside working hours or on a day off. */
  OFF_HOURS,
  /** Exports within an hour after more than 20 different people were looked at. */
  EXPORT,
  /** Canary records touched today: people who do not exist. */
  CANARY,
  /** Refusals today because a limit of distinct people was reached (R-RC-15). */
  LIMIT,
  /** How long and how far the days have been above the actor's own usual (CUSUM of z-scores). */
  SLOW,
  /** Uses of break-glass today (R-AC-02). */
  BREAK_GLASS
}
