package org.shouxin.consent.complaint;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Who may take a step in a complaint (R-CP-01): nobody whom it is about; a handler is named by
 * somebody else; only the handler goes on with it; and it is passed on once, then by a supervisor.
 *
 * @param concerned employee numbers of those whom the complaint is about
 */
record Impartiality(Set<String> concerned) {
  /** The first assignment, and one more to another department. */
  private static final int ASSIGNMENTS = 2;

  /**
   * Lets a step pass.
   *
   * @throws ProblemException {@code COMPLAINT_SELF_HANDLING}, {@code COMPLAINT_NOT_ASSIGNED};
   *     {@code FORBIDDEN} for a further passing on by somebody who is no supervisor
   */
  void check(Actor actor, List<Step> before, Step next) {
    if (next.kind() == Step.Kind.ASSIGNED) {
      checkNotConcerned(actor);
      checkAssignment(actor, before, next.employeeNo());
    } else {
      checkHandler(actor, before);
    }
  }

  /**
   * Lets the handler pass, unless it is about the handler.
   *
   * @throws ProblemException {@code COMPLAINT_SELF_HANDLING}, {@code COMPLAINT_NOT_ASSIGNED}
   */
  void checkHandler(Actor actor, List<Step> before) {
    checkNotConcerned(actor);
    if (!String.valueOf(actor.employeeNo()).equals(handlerOf(before))) {
      throw new ProblemException(ProblemCode.COMPLAINT_NOT_ASSIGNED);
    }
  }

  /**
   * Lets somebody pass who neither handles it nor is concerned by it.
   *
   * @throws ProblemException {@code COMPLAINT_SELF_HANDLING}
   */
  void checkSenior(Actor actor, List<Step> before) {
    checkNotConcerned(actor);
    if (String.valueOf(actor.employeeNo()).equals(handlerOf(before))) {
      throw new ProblemException(ProblemCode.COMPLAINT_SELF_HANDLING);
    }
  }

  private void checkNotConcerned(Actor actor) {
    if (concerned.contains(actor.employeeNo())) {
      throw new ProblemException(ProblemCode.COMPLAINT_SELF_HANDLING);
    }
  }

  private void checkAssignment(Actor actor, List<Step> before, String handler) {
    if (handler.equals(actor.employeeNo()) || concerned.contains(handler)) {
      throw new ProblemException(ProblemCode.COMPLAINT_SELF_HANDLING);
    }
    long assigned = before.stream().filter(step -> step.kind() == Step.Kind.ASSIGNED).count();
    if (assigned >= ASSIGNMENTS && !actor.has(Role.SUPERVISOR)) {
      throw new ProblemException(
          ProblemCode.FORBIDDEN, "the complaint was passed on once: a supervisor decides");
    }
  }

  private static @Nullable String handlerOf(List<Step> before) {
    return Complaints.stateOf(before).currentHandler();
  }
}
