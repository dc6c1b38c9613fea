package org.shouxin.gateway.guard;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What a customer may do only soon after she signed in: take all her data away, end it, or change
 * where she is reached (D-149). Whoever finds her phone unlocked gets no further than looking.
 * Withdrawing a consent never asks for it (R-CN-03).
 */
@ApplicationScoped
public class FreshSignIn {
  private final SecurityIdentity identity;
  private final Clock clock;
  private final Duration lasts;

  @Inject
  FreshSignIn(
      SecurityIdentity identity,
      Clock clock,
      @ConfigProperty(name = "shouxin.portal.sensitive-for") Duration lasts) {
    this.identity = identity;
    this.clock = clock;
    this.lasts = lasts;
  }

  /**
   * Lets customers pass whose sign-in is recent; a refreshed token keeps the moment of its sign-in.
   * Others than customers are not asked.
   *
   * @throws ProblemException {@code STEP_UP_REQUIRED}
   */
  public void requireOfCustomers() {
    if (identity.hasRole(Role.Names.CUSTOMER) && !isFresh()) {
      throw new ProblemException(ProblemCode.STEP_UP_REQUIRED);
    }
  }

  private boolean isFresh() {
    @Nullable Instant signedIn = AccessTokenClaims.signedInAt(identity);
    return signedIn != null && clock.instant().isBefore(signedIn.plus(lasts));
  }
}
