package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.access.DailyLimits;
import org.shouxin.records.catalogue.Audience;
import org.shouxin.records.catalogue.Catalogue;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * Opens people's conflicts: counted (R-RC-15), decided at once for all and recorded like any other
 * read, before anything of it is used.
 */
@ApplicationScoped
class ConflictReads {
  private final Vault vault;
  private final Disclosure disclosure;
  private final ConsentClient consent;
  private final DisclosureEvents events;
  private final Catalogue catalogue;
  private final DailyLimits limits;
  private final AuditOutbox outbox;
  private final Clock clock;

  ConflictReads(
      Vault vault,
      Disclosure disclosure,
      ConsentClient consent,
      DisclosureEvents events,
      Catalogue catalogue,
      DailyLimits limits,
      AuditOutbox outbox,
      Clock clock) {
    this.vault = vault;
    this.disclosure = disclosure;
    this.consent = consent;
    this.events = events;
    this.catalogue = catalogue;
    this.limits = limits;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Who asks, what for.
   *
   * @param lookup {@code id} or {@code list}, as the event names it
   */
  record Asking(Actor actor, String purpose, String lookup) {}

  /** Those of the asked people who may be seen, in the order asked; the decision about all. */
  record Opened(Map<CustomerId, OpenConflicts> people, ConsentApi.Decision decision) {}

  /**
   * Opens those whom the decision permits.
   *
   * @param stored those of the asked people that exist
   * @throws ProblemException {@code DAILY_LIMIT}, {@code HOURLY_LIMIT}
   */
  Opened open(Asking asking, List<CustomerId> asked, Map<CustomerId, SealedCustomer> stored) {
    limits.open(asking.actor(), asked);
    Map<CustomerId, DataKey> keys = vault.openKeys(asking.actor().controller(), asked);
    Set<ServedField> fields = OpenConflicts.fields();
    ConsentApi.Decision decision =
        consent.decide(
            asking.purpose(),
            asked.stream().map(id -> disclosure.facts(id, stored.get(id), keys.get(id))).toList(),
            ServedField.names(fields));
    Map<CustomerId, OpenConflicts> people = new LinkedHashMap<>();
    List<DisclosureEvents.Result> results = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      CustomerId id = asked.get(i);
      ConsentApi.Answer answer = decision.people().get(i);
      Set<ServedField> permitted = OpenConflicts.permitted(answer);
      SealedCustomer customer = stored.get(id);
      DataKey key = keys.get(id);
      boolean disclosed = customer != null && key != null && answer.permitted();
      if (customer != null && key != null && disclosed) {
        people.put(id, new OpenConflicts(customer, key, permitted));
      }
      results.add(
          new DisclosureEvents.Result(
              id, answer, permitted, disclosed, customer != null && customer.assigned()));
    }
    AuditEvent.LookupRef how = new AuditEvent.LookupRef(asking.lookup(), null, null, null, null);
    outbox.recordDurably(
        events.of(
            new Disclosure.Inquiry(asking.actor(), asking.purpose(), fields, false, how, false),
            decision,
            results));
    return new Opened(people, decision);
  }

  /** Through whose eyes the values are seen. */
  Masking.Eye eye(Actor actor) {
    return new Masking.Eye(
        catalogue.grades(actor.controller()), Audience.of(actor), BusinessTime.today(clock));
  }
}
