package org.shouxin.records.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CustomerId;

/**
 * The audit events of one read (story.md steps 7 to 10): for a partner the query, each decision and
 * what was provided; for everyone else what was read or denied.
 */
@ApplicationScoped
class DisclosureEvents {
  /**
   * Reason of a permitted but unknown person; only the log knows it, the answer looks as refused.
   */
  private static final String UNKNOWN = "NOT_FOUND";

  /** Reason of a partner that is kept out; the answer looks as refused. */
  private static final String BLOCKED = "ACCESS_BLOCKED";

  private final Clock clock;

  DisclosureEvents(Clock clock) {
    this.clock = clock;
  }

  /**
   * What happened to one person of the batch.
   *
   * @param provided fields that leave; empty when refused or unknown
   * @param own whether the actor looks after this person
   */
  record Result(
      CustomerId customer,
      ConsentApi.Answer answer,
      Set<ServedField> provided,
      boolean disclosed,
      boolean own) {

    /**
     * A minor whom the actor looks after, asked for by id: the actor knows of her, so the refusal
     * may say what is missing.
     */
    boolean waitsForApproval(Disclosure.Inquiry inquiry) {
      return own
          && inquiry.actor().kind() == ActorKind.EMPLOYEE
          && inquiry.lookup().kind().equals("id")
          && "MINOR_APPROVAL".equals(answer.reasonCode());
    }
  }

  List<AuditEvent> of(
      Disclosure.Inquiry inquiry, ConsentApi.Decision decision, List<Result> results) {
    Actor actor = inquiry.actor();
    Set<ServedField> asked = inquiry.fields();
    List<AuditEvent> events = new ArrayList<>();
    boolean partner = actor.kind() == ActorKind.PARTNER;
    if (partner) {
      events.add(
          AuditEvents.of(actor, "partner.query.received", clock)
              .purpose(inquiry.purpose())
              .recipient(actor.partnerId())
              .resource("customer", null, ServedField.names(asked))
              .count(results.size())
              .build());
    }
    for (Result result : results) {
      if (partner) {
        String type = result.disclosed() ? "policy.decision.permit" : "policy.decision.deny";
        events.add(event(inquiry, type, asked, decision, result));
      }
      if (result.disclosed()) {
        String type = partner ? "data.provided" : "record.read";
        events.add(event(inquiry, type, result.provided(), decision, result));
      } else if (!partner) {
        events.add(event(inquiry, "access.denied", asked, decision, result));
      }
    }
    return events;
  }

  private AuditEvent event(
      Disclosure.Inquiry inquiry,
      String type,
      Set<ServedField> fields,
      ConsentApi.Decision decision,
      Result result) {
    Actor actor = inquiry.actor();
    ConsentApi.Answer answer = result.answer();
    boolean unknown = answer.permitted() && !result.disclosed();
    String rule = answer.rule();
    return AuditEvents.of(actor, type, clock)
        .subject(result.customer())
        .purpose(inquiry.purpose())
        .legalBasis(answer.legalBasis())
        .recipient(actor.partnerId())
        .consentRecord(answer.consentRecordId())
        .resource("customer", result.customer().toString(), ServedField.names(fields))
        .decision(
            new AuditEvent.DecisionRef(
                decision.id(),
                result.disclosed(),
                rule == null ? "NONE" : rule,
                decision.ruleVersion(),
                inquiry.barred() ? BLOCKED : unknown ? UNKNOWN : answer.reasonCode()))
        .reason(inquiry.barred() ? BLOCKED : null)
        .lookup(lookup(inquiry, result))
        .build();
  }

  /** Whether the person is the actor's own is said of employees only: nobody else has customers. */
  private static AuditEvent.LookupRef lookup(Disclosure.Inquiry inquiry, Result result) {
    AuditEvent.LookupRef how = inquiry.lookup();
    return new AuditEvent.LookupRef(
        how.kind(),
        how.factors(),
        how.surname(),
        how.numbers(),
        inquiry.actor().kind() == ActorKind.EMPLOYEE ? result.own() : null);
  }
}
