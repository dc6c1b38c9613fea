package org.shouxin.platform.identity;

import java.util.Locale;

/** The five kinds of actors of the event envelope (story.md). */
public enum ActorKind {
  CUSTOMER,
  EMPLOYEE,
  PARTNER,
  SYSTEM,
  REGULATOR;

  /** Lower case, as in audit events. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
