package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.catalogue.Audience;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.Vault;

/**
 * One act of making customers' data available. One decision for the whole batch; only permitted
 * values are opened; the answer leaves only after its events are durable (architecture promises 1,
 * 2, 4). A refused and an unknown person take the same steps and look the same from outside.
 */
@ApplicationScoped
class Disclosure {
  private static final Set<String> ONE = Set.of("id", "factors");

  private final Vault vault;
  private final ConsentClient consent;
  private final Masking masking;
  private final DisclosureEvents events;
  private final AuditOutbox outbox;
  private final Clock clock;

  Disclosure(
      Vault vault,
      ConsentClient consent,
      Masking masking,
      DisclosureEvents events,
      AuditOutbox outbox,
      Clock clock) {
    this.vault = vault;
    this.consent = consent;
    this.masking = masking;
    this.events = events;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Who asks, what for, for which fields, in which language the reason is told.
   *
   * @param lookup how the people are looked up
   * @param barred whether nobody is disclosed, whatever the decision
   * @param approved whether another person approved this access, or it is break-glass (R-AC-02)
   */
  record Inquiry(
      Actor actor,
      String purpose,
      Set<ServedField> fields,
      boolean english,
      AuditEvent.LookupRef lookup,
      boolean barred,
      boolean approved) {

    Inquiry(
        Actor actor,
        String purpose,
        Set<ServedField> fields,
        boolean english,
        AuditEvent.LookupRef lookup,
        boolean barred) {
      this(actor, purpose, fields, english, lookup, barred, false);
    }

    /** An employee who asks about somebody in particular is told why there is no answer. */
    boolean isAboutOne() {
      return actor.kind() == ActorKind.EMPLOYEE && ONE.contains(lookup.kind());
    }

    /** The same inquiry, by another way of looking people up. */
    Inquiry by(AuditEvent.LookupRef other) {
      return new Inquiry(actor, purpose, fields, english, other, barred, approved);
    }
  }

  /**
   * Answers an inquiry about the asked customers.
   *
   * @param stored those of them that exist
   * @throws ProblemException APPROVAL_REQUIRED for one own customer who is a minor (R-AC-02);
   *     PARTNER_SUSPENDED or RECIPIENT_INACTIVE for a partner that may ask about nobody, once the
   *     refusal is logged (R-PT-01)
   */
  CustomersView disclose(
      Inquiry inquiry, List<CustomerId> asked, Map<CustomerId, SealedCustomer> stored) {
    Map<CustomerId, DataKey> keys = vault.openKeys(inquiry.actor().controller(), asked);
    ConsentApi.Decision decision =
        consent.decide(
            inquiry.purpose(),
            asked.stream()
                .map(id -> facts(id, stored.get(id), keys.get(id)).approvedIf(inquiry.approved()))
                .toList(),
            ServedField.names(inquiry.fields()));
    List<DisclosureEvents.Result> results = new ArrayList<>();
    List<CustomerView> views = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      CustomerId id = asked.get(i);
      ConsentApi.Answer answer = decision.people().get(i);
      SealedCustomer customer = stored.get(id);
      DataKey key = keys.get(id);
      Set<ServedField> permitted = permitted(inquiry, answer);
      boolean disclosed =
          customer != null && key != null && answer.permitted() && !inquiry.barred();
      if (customer != null && key != null && disclosed) {
        views.add(view(inquiry, customer, key, permitted, decision, answer));
      }
      boolean own = customer != null && customer.assigned();
      results.add(new DisclosureEvents.Result(id, answer, permitted, disclosed, own));
    }
    outbox.recordDurably(events.of(inquiry, decision, results));
    ProblemCode refusal = decision.callerRefusal();
    if (refusal != null) {
      throw new ProblemException(refusal);
    }
    if (results.size() == 1 && results.getFirst().waitsForApproval(inquiry)) {
      throw new ProblemException(ProblemCode.APPROVAL_REQUIRED);
    }
    if (views.isEmpty() && inquiry.isAboutOne() && results.stream().allMatch(Restricted::isTold)) {
      throw Restricted.problem();
    }
    return new CustomersView(decision.id(), decision.ruleVersion(), views);
  }

  ConsentApi.Person facts(CustomerId id, @Nullable SealedCustomer customer, @Nullable DataKey key) {
    if (customer == null || key == null) {
      return new ConsentApi.Person(id.toString(), false, false, false, false, false, null);
    }
    return new ConsentApi.Person(
        id.toString(),
        Minors.isMinor(customer, key, BusinessTime.today(clock)),
        customer.restricted(),
        customer.held(),
        customer.assigned(),
        customer.contract(),
        null);
  }

  private static Set<ServedField> permitted(Inquiry inquiry, ConsentApi.Answer answer) {
    Set<ServedField> permitted = EnumSet.noneOf(ServedField.class);
    List<String> named = answer.fields();
    if (answer.permitted() && named != null) {
      named.stream()
          .map(ServedField::find)
          .flatMap(Optional::stream)
          .filter(inquiry.fields()::contains)
          .forEach(permitted::add);
    }
    return permitted;
  }

  private CustomerView view(
      Inquiry inquiry,
      SealedCustomer customer,
      DataKey key,
      Set<ServedField> permitted,
      ConsentApi.Decision decision,
      ConsentApi.Answer answer) {
    Set<ServedField> withheld = EnumSet.noneOf(ServedField.class);
    withheld.addAll(inquiry.fields());
    withheld.removeAll(permitted);
    return masking.view(
        customer,
        key,
        Audience.of(inquiry.actor()),
        inquiry.actor().is(customer.id()) || decision.goesOnRestricted(),
        permitted,
        ServedField.names(withheld),
        new CustomerView.DecisionView(
            decision.id(),
            true,
            decision.purpose(),
            answer.legalBasis(),
            reason(inquiry, answer),
            answer.reasonCode(),
            decision.ruleVersion(),
            answer.consentRecordId()));
  }

  private static String reason(Inquiry inquiry, ConsentApi.Answer answer) {
    ConsentApi.Reasons reasons = answer.reasons();
    String text = reasons == null ? null : inquiry.english() ? reasons.en() : reasons.zh();
    String code = answer.reasonCode();
    return text != null ? text : code == null ? "" : code;
  }
}
