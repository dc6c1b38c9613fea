package org.shouxin.records.correction;

import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.customer.Fact;

/** How a proposed value comes into use (R-RC-03). */
enum Route {
  /** At once: postal address and the like, from the person herself or her client manager. */
  DIRECT,
  /** At once: a new mobile number whose holder read out the code sent to it. */
  PROVED_BY_CODE,
  /** After a second person compared it with the evidence or called the customer back. */
  SECOND_PERSON;

  /**
   * The rule. What identifies a person, and the phone number and mail address by which she is
   * reached and recognised, is never changed by one person alone; the customer herself proves a new
   * number by the code sent to it.
   *
   * @throws ProblemException {@code FOUR_EYES} when an employee would change what identifies a
   *     person without any evidence that a second one could check
   */
  static Route of(Actor proposer, Fact fact, boolean hasEvidence, boolean hasCode) {
    if (fact.isIdentifying()) {
      if (proposer.kind() == ActorKind.EMPLOYEE && !hasEvidence) {
        throw new ProblemException(
            ProblemCode.FOUR_EYES, "evidence is needed, and a second person decides");
      }
      return SECOND_PERSON;
    }
    return switch (fact) {
      case MOBILE ->
          hasCode && proposer.kind() == ActorKind.CUSTOMER ? PROVED_BY_CODE : SECOND_PERSON;
      case EMAIL -> SECOND_PERSON;
      case ADDRESS, OCCUPATION, ID_VALID_UNTIL -> DIRECT;
      case NAME, GENDER, BIRTH_DATE, ID_TYPE, ID_NUMBER, NATIONALITY -> SECOND_PERSON;
    };
  }
}
