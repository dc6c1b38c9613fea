package org.shouxin.records.access;

import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Role;

/**
 * Whose customers an actor looks after (DR-13): a client manager own ones, a supervisor those of
 * the branch, compliance and audit the whole controller's. Everyone else nobody's.
 *
 * @param employeeNo sees customers assigned to this employee
 * @param branch sees customers assigned to anyone of this branch
 * @param wholeController sees all customers of the controller
 */
public record Viewer(
    @Nullable String employeeNo, @Nullable String branch, boolean wholeController) {
  private static final Viewer NOBODY = new Viewer(null, null, false);

  /** What the token says; a supervisor without a branch supervises the controller. */
  public static Viewer of(Actor actor) {
    if (actor.has(Role.COMPLIANCE_OFFICER) || actor.has(Role.AUDITOR)) {
      return new Viewer(actor.employeeNo(), null, true);
    }
    if (actor.has(Role.SUPERVISOR)) {
      String branch = actor.branch();
      return new Viewer(actor.employeeNo(), branch, branch == null || branch.isBlank());
    }
    return actor.has(Role.CLIENT_MANAGER) ? new Viewer(actor.employeeNo(), null, false) : NOBODY;
  }
}
