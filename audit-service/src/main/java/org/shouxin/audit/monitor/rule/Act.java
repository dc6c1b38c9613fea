package org.shouxin.audit.monitor.rule;

/** What an entry of the log says that the actor did. */
public enum Act {
  READ,
  REFUSED,
  EXPORTED,
  LIMITED,
  BREAK_GLASS
}
