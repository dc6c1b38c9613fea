package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * One decision about one person, for features that keep something of hers beside the record itself.
 */
@ApplicationScoped
public class CaseAccess {
  private static final List<String> WHO_IT_IS = List.of("name");

  private final Database database;
  private final CustomerFiles files;
  private final Vault vault;
  private final Disclosure disclosure;
  private final ConsentClient consent;

  CaseAccess(
      Database database,
      CustomerFiles files,
      Vault vault,
      Disclosure disclosure,
      ConsentClient consent) {
    this.database = database;
    this.files = files;
    this.vault = vault;
    this.disclosure = disclosure;
    this.consent = consent;
  }

  /** A permitted act: its decision for the event, and the key that seals this person's values. */
  public record Permitted(
      AuditEvent.DecisionRef decision, @Nullable String legalBasis, DataKey key) {}

  /**
   * Whether a customer's own case may be meant: hers, or that of a child whose proven guardian she
   * is today (PIPL 31). Of everybody else the decision says it.
   *
   * @param id null when there is no such case; asked about all the same, so that it looks alike
   */
  public boolean isOwn(Actor actor, @Nullable CustomerId id) {
    if (actor.kind() != ActorKind.CUSTOMER) {
      return id != null;
    }
    if (id != null && actor.is(id)) {
      return true;
    }
    List<CustomerId> wards = consent.wards();
    return id != null && wards.contains(id);
  }

  /**
   * Asks whether the actor may process this person's data for the purpose now.
   *
   * @throws ProblemException {@code CUSTOMER_NOT_FOUND} when unknown or not permitted, alike;
   *     {@code RESTRICTED} for those who look after her; what speaks against the caller whoever is
   *     asked about
   */
  public Permitted require(Actor actor, String purpose, CustomerId id) {
    Map<CustomerId, SealedCustomer> stored =
        database.read(
            actor.controller(),
            handle -> files.load(handle, actor.controller(), Viewer.of(actor), List.of(id), false));
    DataKey key = vault.openKeys(actor.controller(), List.of(id)).get(id);
    ConsentApi.Decision decision =
        consent.decide(purpose, List.of(disclosure.facts(id, stored.get(id), key)), WHO_IT_IS);
    ProblemCode refusal = decision.callerRefusal();
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
    ConsentApi.Answer answer = decision.people().getFirst();
    if (key == null || !stored.containsKey(id) || !answer.permitted()) {
      throw Restricted.refusal(actor, stored.get(id), answer);
    }
    String rule = answer.rule();
    return new Permitted(
        new AuditEvent.DecisionRef(
            decision.id(),
            true,
            rule == null ? "NONE" : rule,
            decision.ruleVersion(),
            answer.reasonCode()),
        answer.legalBasis(),
        key);
  }
}
