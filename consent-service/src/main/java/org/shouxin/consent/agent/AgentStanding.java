package org.shouxin.consent.agent;

/** Whether a partner's people let the partner near customers' data (R-AC-06, R-AC-07). */
public enum AgentStanding {
  /** At least one agent is certified and none is banned. */
  CLEARED,
  /** No agent is certified today. */
  NONE_CERTIFIED,
  /** One of the agents is on the ban register. */
  ONE_BANNED
}
