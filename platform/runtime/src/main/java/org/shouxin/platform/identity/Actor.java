package org.shouxin.platform.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Who does something, read from a verified token and from nothing else.
 *
 * @param id what audit events name: employee number, partner id, customer id, or the service's
 *     client id
 * @param organization the controller for its staff, the partner id for partners
 * @param branch the employee's branch, as in the staff list
 */
public record Actor(
    ActorKind kind,
    String id,
    ControllerId controller,
    Set<Role> roles,
    @Nullable String organization,
    @Nullable String employeeNo,
    @Nullable String branch,
    @Nullable String partnerId,
    @Nullable CustomerId customerId) {

  public Actor {
    roles = Set.copyOf(roles);
  }

  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** True for the customer herself. */
  public boolean is(CustomerId customer) {
    return kind == ActorKind.CUSTOMER && customer.equals(customerId);
  }

  /**
   * The customer behind a customer's token.
   *
   * @throws ProblemException {@code FORBIDDEN} for any other kind of actor
   */
  public CustomerId requireCustomer() {
    if (customerId == null) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return customerId;
  }

  /**
   * The partner behind a partner's token.
   *
   * @throws ProblemException {@code FORBIDDEN} for any other kind of actor
   */
  public String requirePartner() {
    if (partnerId == null) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return partnerId;
  }
}
