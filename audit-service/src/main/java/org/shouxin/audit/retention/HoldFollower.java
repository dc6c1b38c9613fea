package org.shouxin.audit.retention;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.shouxin.audit.legalhold.HoldChanged;

/** When a hold begins or ends, where people stand is computed anew in the same transaction. */
@Singleton
class HoldFollower {
  private final Standings standings;

  @Inject
  HoldFollower(Standings standings) {
    this.standings = standings;
  }

  void follow(@Observes HoldChanged change) {
    standings.renew(change.transaction(), change.controller(), null);
  }
}
