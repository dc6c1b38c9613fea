package org.shouxin.platform.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * The claims of an access token that make an actor; framework-free, so that every refusal is
 * tested.
 */
record ActorClaims(
    Collection<String> realmRoles,
    @Nullable String controller,
    @Nullable String clientId,
    @Nullable String employeeNo,
    @Nullable String branch,
    @Nullable String partnerId,
    @Nullable String customerId) {
  private static final String NOBODYS = "ctl-none";

  /**
   * Reads the actor.
   *
   * @throws ProblemException {@code FORBIDDEN} for no role or roles of two kinds of actors; {@code
   *     CONTROLLER_UNKNOWN} without a controller; {@code ACCOUNT_NOT_LINKED} for a customer account
   *     without a customer record
   */
  Actor toActor() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    realmRoles.forEach(name -> Role.find(name).ifPresent(roles::add));
    Set<ActorKind> kinds = roles.stream().map(Role::kind).collect(Collectors.toSet());
    if (kinds.size() != 1) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    ActorKind kind = kinds.iterator().next();
    if (kind == ActorKind.SYSTEM && controller == null) {
      // The product's own services act for every controller; each event names its own.
      return actor(kind, new ControllerId(NOBODYS), roles, required(clientId), null);
    }
    if (controller == null || controller.isBlank()) {
      throw new ProblemException(ProblemCode.CONTROLLER_UNKNOWN);
    }
    ControllerId owner = new ControllerId(controller);
    return switch (kind) {
      case CUSTOMER -> {
        if (customerId == null || customerId.isBlank()) {
          throw new ProblemException(ProblemCode.ACCOUNT_NOT_LINKED);
        }
        CustomerId customer = CustomerId.parse(customerId);
        yield new Actor(kind, customer.toString(), owner, roles, null, null, null, null, customer);
      }
      case PARTNER -> {
        String partner = required(partnerId);
        yield new Actor(kind, partner, owner, roles, partner, null, null, partner, null);
      }
      case EMPLOYEE, REGULATOR, SYSTEM -> {
        String id = employeeNo != null && !employeeNo.isBlank() ? employeeNo : required(clientId);
        yield actor(kind, owner, roles, id, employeeNo);
      }
    };
  }

  /**
   * Whom the claims name, without a role where they make no actor; nobody's where they name none.
   */
  Actor toNamed() {
    try {
      return toActor();
    } catch (ProblemException noActor) {
      ControllerId owner =
          new ControllerId(controller == null || controller.isBlank() ? NOBODYS : controller);
      ActorKind kind =
          customerId != null
              ? ActorKind.CUSTOMER
              : partnerId != null
                  ? ActorKind.PARTNER
                  : employeeNo != null ? ActorKind.EMPLOYEE : ActorKind.SYSTEM;
      String id =
          Stream.of(customerId, partnerId, employeeNo, clientId)
              .filter(claim -> claim != null && !claim.isBlank())
              .findFirst()
              .orElse("unnamed");
      return new Actor(kind, id, owner, Set.of(), null, employeeNo, branch, null, null);
    }
  }

  private Actor actor(
      ActorKind kind, ControllerId owner, Set<Role> roles, String id, @Nullable String number) {
    return new Actor(kind, id, owner, roles, owner.value(), number, branch, null, null);
  }

  private static String required(@Nullable String claim) {
    if (claim == null || claim.isBlank()) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return claim;
  }
}
