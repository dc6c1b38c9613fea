package org.shouxin.records.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.correction.propagation.Propagations;
import org.shouxin.records.customer.ConflictListener;
import org.shouxin.records.vault.FieldPlace;

/**
 * A settled conflict is an applied correction: who was given the other value is told, acknowledges
 * and has its K-08 clock on the same way (R-RC-01, R-RC-03, D-128).
 */
@ApplicationScoped
class SettledConflicts implements ConflictListener {
  private final Propagations propagations;
  private final Instance<CorrectionListener> listeners;
  private final Clock clock;

  SettledConflicts(
      Propagations propagations, @Any Instance<CorrectionListener> listeners, Clock clock) {
    this.propagations = propagations;
    this.listeners = listeners;
    this.clock = clock;
  }

  @Override
  public void settled(Handle handle, Actor decider, Settled settled) {
    ControllerId controller = decider.controller();
    CustomerId customer = settled.customer().id();
    FieldPlace place = new FieldPlace(controller, customer, "correction", "", settled.id());
    Correction chosen =
        new Correction(
            settled.id(),
            customer,
            settled.fact(),
            settled.key().seal(place.column("value"), settled.value()),
            settled.chosenFirstBy(),
            Correction.State.PROPOSED);
    Instant now = clock.instant();
    CorrectionTable.insert(handle, decider, chosen, null, now);
    CorrectionTable.decide(handle, decider, chosen.id(), Correction.State.APPLIED, now);
    String field = settled.fact().wire();
    if (settled.isChange()) {
      propagations.start(handle, controller, chosen.id(), customer, field);
    }
    for (CorrectionListener listener : listeners) {
      listener.applied(handle, decider, customer, field, chosen.id());
    }
  }
}
