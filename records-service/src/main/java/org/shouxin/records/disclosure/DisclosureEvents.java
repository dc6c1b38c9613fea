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

  private final Clock clock;

  DisclosureEvents(Clock clock) {
    this.clock = clock;
  }

  /**
   * What happened to one person of the batch.
   *
   * @param provided fields that leave; empty when refused or unknown
   */
  record Result(
      CustomerId customer,
      ConsentApi.Answer answer,
      Set<ServedField> provided,
      boolean disclosed) {}

  List<AuditEvent> of(
      Actor actor,
      String purpose,
      Set<ServedField> asked,
      ConsentApi.Decision decision,
      List<Result> results) {
    List<AuditEvent> events = new ArrayList<>();
    boolean partner = actor.kind() == ActorKind.PARTNER;
    if (partner) {
      events.add(
          AuditEvents.of(actor, "partner.query.received", clock)
              .purpose(purpose)
              .recipient(actor.partnerId())
              .resource("customer", null, ServedField.names(asked))
              .count(results.size())
              .build());
    }
    for (Result result : results) {
      if (partner) {
        String type = result.disclosed() ? "policy.decision.permit" : "policy.decision.deny";
        events.add(event(actor, type, purpose, asked, decision, result));
      }
      if (result.disclosed()) {
        String type = partner ? "data.provided" : "record.read";
        events.add(event(actor, type, purpose, result.provided(), decision, result));
      } else if (!partner) {
        events.add(event(actor, "access.denied", purpose, asked, decision, result));
      }
    }
    return events;
  }

  private AuditEvent event(
      Actor actor,
      String type,
      String purpose,
      Set<ServedField> fields,
      ConsentApi.Decision decision,
      Result result) {
    ConsentApi.Answer answer = result.answer();
    boolean unknown = answer.permitted() && !result.disclosed();
    String rule = answer.rule();
    return AuditEvents.of(actor, type, clock)
        .subject(result.customer())
        .purpose(purpose)
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
                unknown ? UNKNOWN : answer.reasonCode()))
        .build();
  }
}
