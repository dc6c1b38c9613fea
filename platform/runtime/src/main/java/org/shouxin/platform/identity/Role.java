package org.shouxin.platform.identity;

import java.util.Arrays;
import java.util.Optional;

/**
 * Realm roles (architecture.md, fixed names); {@code service} is for the product's own services.
 */
public enum Role {
  CUSTOMER(Names.CUSTOMER, ActorKind.CUSTOMER),
  PARTNER(Names.PARTNER, ActorKind.PARTNER),
  CLIENT_MANAGER(Names.CLIENT_MANAGER, ActorKind.EMPLOYEE),
  SUPERVISOR(Names.SUPERVISOR, ActorKind.EMPLOYEE),
  COMPLIANCE_OFFICER(Names.COMPLIANCE_OFFICER, ActorKind.EMPLOYEE),
  AUDITOR(Names.AUDITOR, ActorKind.EMPLOYEE),
  REGULATOR(Names.REGULATOR, ActorKind.REGULATOR),
  OPERATOR(Names.OPERATOR, ActorKind.EMPLOYEE),
  SERVICE(Names.SERVICE, ActorKind.SYSTEM);

  private final String label;
  private final ActorKind kind;

  Role(String label, ActorKind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** Name in tokens and in {@code @RolesAllowed}. */
  public String label() {
    return label;
  }

  ActorKind kind() {
    return kind;
  }

  static Optional<Role> find(String label) {
    return Arrays.stream(values()).filter(role -> role.label.equals(label)).findAny();
  }

  /** Constants for annotations. */
  public static final class Names {
    public static final String CUSTOMER = "customer";
    public static final String PARTNER = "partner";
    public static final String CLIENT_MANAGER = "client-manager";
    public static final String SUPERVISOR = "supervisor";
    public static final String COMPLIANCE_OFFICER = "compliance-officer";
    public static final String AUDITOR = "auditor";
    public static final String REGULATOR = "regulator";
    public static final String OPERATOR = "operator";
    public static final String SERVICE = "service";

    private Names() {}
  }
}
