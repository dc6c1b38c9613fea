package org.shouxin.consent.consentrecord;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Consents in memory, of one purpose that names no recipient. */
class SimulatedRows extends ConsentRows {
  private final SimulatedConsents consents;

  SimulatedRows(SimulatedConsents consents, Clock clock) {
    super(clock);
    this.consents = consents;
  }

  @Override
  void lockPerson(Handle handle, ControllerId controller, CustomerId customer) {
    consents.lock(customer);
  }

  @Override
  Optional<StoredConsent> find(Handle handle, UUID id, LocalDate day) {
    return consents.find(id);
  }

  @Override
  Optional<StoredConsent> findLive(
      Handle handle,
      CustomerId customer,
      String purpose,
      @Nullable String recipientId,
      LocalDate day) {
    return consents.findLive(customer);
  }

  @Override
  void retire(Handle handle, UUID id) {
    StoredConsent old = consents.find(id).orElseThrow();
    consents.put(
        new StoredConsent(
            old.record(),
            old.decidedAt(),
            old.decidedBy(),
            old.decidedAs(),
            old.termsInForce(),
            false,
            old.receipt()));
  }

  @Override
  void store(
      Handle handle,
      ConsentRecord record,
      ConsentLedger.Decision decision,
      @Nullable String previousHash,
      @Nullable String receipt) {
    consents.made(
        new StoredConsent(
            record, decision.at(), decision.actor().id(), decision.as(), true, true, receipt),
        previousHash);
  }
}
