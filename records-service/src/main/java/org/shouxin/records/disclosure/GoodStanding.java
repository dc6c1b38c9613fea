package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Whether a partner may ask for anything today (R-PT-01): its licence, review, agreement and agents
 * as consent-service decides at this moment, about nobody in particular.
 */
@ApplicationScoped
public class GoodStanding {
  private static final String SHARING = "P-12";

  private final ConsentClient consent;

  GoodStanding(ConsentClient consent) {
    this.consent = consent;
  }

  /**
   * Lets everybody pass but a partner that may ask about nobody.
   *
   * @throws ProblemException {@code PARTNER_SUSPENDED}, {@code RECIPIENT_INACTIVE} or {@code
   *     TRAINING_REQUIRED}; {@code SERVICE_UNAVAILABLE} when it cannot be asked
   */
  public void require(Actor actor) {
    if (actor.kind() != ActorKind.PARTNER) {
      return;
    }
    ConsentApi.Person nobody =
        new ConsentApi.Person(Ids.random().toString(), false, false, false, false, false, null);
    ProblemCode refusal = consent.decide(SHARING, List.of(nobody), List.of("name")).callerRefusal();
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
  }
}
