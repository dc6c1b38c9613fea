package org.shouxin.gateway.guard;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.block.Block;
import org.shouxin.platform.block.BlockFollower;
import org.shouxin.platform.block.BlockKeeper;
import org.shouxin.platform.block.Blocks;
import org.shouxin.platform.block.Standing;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Keeps employees out whom the monitor has blocked (R-AU-03, R-AC-07), before anything is executed.
 * records-service is told of each attempt with the employee's own token and writes the event. A
 * blocked partner goes on to records-service, which answers it as for people who did not consent.
 */
@ApplicationScoped
class BlockedCallers {
  private static final Logger LOG = Logger.getLogger(BlockedCallers.class);

  private final Blocks blocks;
  private final BlockFollower follower;
  private final Refusals refusals;

  @Inject
  BlockedCallers(Blocks blocks, BlockFollower follower, @RestClient Refusals refusals) {
    this.blocks = blocks;
    this.follower = follower;
    this.refusals = refusals;
  }

  void start(@Observes StartupEvent started) {
    follower.start(BlockKeeper.NONE);
  }

  /** Whether anything stands against the caller. */
  boolean isUnusual(SecurityIdentity caller) {
    return !(standing(caller) instanceof Standing.Open);
  }

  /**
   * Refuses employees who are kept out.
   *
   * @throws ProblemException {@code ACCESS_BLOCKED}, {@code STEP_UP_REQUIRED}
   */
  void requireNot(SecurityIdentity caller) {
    if (caller.hasRole(Role.Names.PARTNER)) {
      return;
    }
    switch (standing(caller)) {
      case Standing.Open() -> {}
      case Standing.StepUp() -> throw refusal(caller, ProblemCode.STEP_UP_REQUIRED);
      case Standing.Out() -> throw refusal(caller, ProblemCode.ACCESS_BLOCKED);
    }
  }

  private Standing standing(SecurityIdentity caller) {
    Map<String, Object> token = AccessTokenClaims.of(caller);
    boolean partner = caller.hasRole(Role.Names.PARTNER);
    String number = claim(token, "employee_no");
    String id =
        partner ? claim(token, "partner_id") : number == null ? claim(token, "azp") : number;
    String controller = claim(token, "controller");
    if (id == null || controller == null || caller.hasRole(Role.Names.CUSTOMER)) {
      return new Standing.Open();
    }
    return blocks.of(
        new Block.Subject(controller, partner ? "partner" : "employee", id),
        AccessTokenClaims.signedInAt(caller));
  }

  private ProblemException refusal(SecurityIdentity caller, ProblemCode code) {
    try {
      refusals.record("Bearer " + AccessTokenClaims.token(caller));
      LOG.warn("records-service does not know yet that this employee is blocked");
    } catch (ProblemException told) {
      if (told.code() != code) {
        LOG.warnf("a refusal could not be recorded: %s", told.code());
      }
    } catch (RuntimeException away) {
      // The refusal stands without its event; what led to the block is in the log.
      LOG.warnf("a refusal could not be recorded: %s", away.getClass().getSimpleName());
    }
    return new ProblemException(code);
  }

  private static @Nullable String claim(Map<String, Object> token, String name) {
    Object value = token.get(name);
    return value == null ? null : value.toString();
  }
}
