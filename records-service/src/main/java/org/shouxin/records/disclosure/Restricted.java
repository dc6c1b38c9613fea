package org.shouxin.records.disclosure;

import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.customer.SealedCustomer;

/**
 * What a refusal for restriction looks like: an employee who looks after the person is told {@code
 * RESTRICTED}; for everybody else she is as unknown as anyone refused (promise 2).
 */
final class Restricted {
  private Restricted() {}

  /** Whether this reader is told why there is no answer about this person. */
  static boolean isTold(DisclosureEvents.Result result) {
    return result.own() && result.answer().saysRestricted();
  }

  /** The refusal of one person: told as it is to those who may know her. */
  static ProblemException refusal(
      Actor actor, @Nullable SealedCustomer customer, ConsentApi.Answer answer) {
    boolean told =
        actor.kind() == ActorKind.EMPLOYEE
            && customer != null
            && customer.assigned()
            && answer.saysRestricted();
    return told ? problem() : new ProblemException(ProblemCode.CUSTOMER_NOT_FOUND);
  }

  static ProblemException problem() {
    return new ProblemException(ProblemCode.RESTRICTED);
  }
}
