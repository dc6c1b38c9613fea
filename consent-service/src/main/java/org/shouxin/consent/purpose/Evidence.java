package org.shouxin.consent.purpose;

/** What must be shown for a person before a purpose's legal basis carries the processing. */
public enum Evidence {
  /** A consent in force (PIPL 13-1). */
  CONSENT,
  /** A contract with the person, concluded or applied for (PIPL 13-2). */
  CONTRACT,
  /**
   * A contract, or the person's request, shown by the assignment to a client manager (PIPL 13-2).
   */
  REQUEST,
  /** Nothing of the person: the law itself demands the processing (PIPL 13-3). */
  NONE
}
