package org.shouxin.platform.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** The actor of the request at hand. */
@RequestScoped
public class CurrentActor {
  private final SecurityIdentity caller;
  private @Nullable Actor actor;

  @Inject
  CurrentActor(SecurityIdentity caller) {
    this.caller = caller;
  }

  /**
   * The actor, read once a request.
   *
   * @throws org.shouxin.platform.problem.ProblemException as {@link ActorClaims#toActor()} says
   */
  public Actor get() {
    Actor known = actor;
    if (known == null) {
      known = of(caller);
      actor = known;
    }
    return known;
  }

  /** Who a verified token speaks for; refusals as of {@link #get()}. */
  public static Actor of(SecurityIdentity caller) {
    return new ActorClaims(
            TokenClaims.realmRoles(caller),
            TokenClaims.text(caller, "controller"),
            TokenClaims.text(caller, "azp"),
            TokenClaims.text(caller, "employee_no"),
            TokenClaims.text(caller, "branch"),
            TokenClaims.text(caller, "partner_id"),
            TokenClaims.text(caller, "customer_id"))
        .toActor();
  }
}
