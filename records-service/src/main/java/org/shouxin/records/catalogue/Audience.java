package org.shouxin.records.catalogue;

import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Role;

/** The columns of DR-13 that may see personal fields at all. */
public enum Audience {
  CUSTOMER,
  PARTNER,
  CLIENT_MANAGER,
  SUPERVISOR,
  COMPLIANCE,
  AUDITOR,
  /** Operators, regulators, services: they see no field ("ops has no decrypt right"). */
  NOBODY;

  /**
   * The audience of an actor; of an employee's several roles the nearest to the customer counts.
   */
  public static Audience of(Actor actor) {
    return switch (actor.kind()) {
      case CUSTOMER -> CUSTOMER;
      case PARTNER -> PARTNER;
      case EMPLOYEE -> ofEmployee(actor);
      case SYSTEM, REGULATOR -> NOBODY;
    };
  }

  private static Audience ofEmployee(Actor actor) {
    if (actor.has(Role.CLIENT_MANAGER)) {
      return CLIENT_MANAGER;
    }
    if (actor.has(Role.SUPERVISOR)) {
      return SUPERVISOR;
    }
    if (actor.has(Role.COMPLIANCE_OFFICER)) {
      return COMPLIANCE;
    }
    return actor.has(Role.AUDITOR) ? AUDITOR : NOBODY;
  }
}
