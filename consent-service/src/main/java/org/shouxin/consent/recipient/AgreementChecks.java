package org.shouxin.consent.recipient;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.generic.GenericType;
import org.shouxin.platform.identity.ControllerId;

/** The agreement checks of one controller, as stored; nothing is ever changed. */
@ApplicationScoped
class AgreementChecks {
  private static final String SELECT =
      """
      select k.id, k.recipient_id, k.agreement_reference, k.checked_on, k.kept, k.breached, k.evidence,
        k.checked_by, k.checked_at, c.outcome, c.closed_by, c.closed_at
      from agreement_check k
      left join agreement_check_closure c on c.controller_id = k.controller_id and c.check_id = k.id
      """;

  void add(Handle handle, ControllerId controller, AgreementCheck check) {
    handle
        .createUpdate(
            """
            insert into agreement_check (controller_id, id, recipient_id, agreement_reference, checked_on,
              kept, breached, evidence, checked_by, checked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .bind(0, controller)
        .bind(1, check.id())
        .bind(2, check.recipientId())
        .bind(3, check.agreementReference())
        .bind(4, check.checkedOn())
        .bind(5, names(check.kept()))
        .bind(6, names(check.breached()))
        .bind(7, check.evidence())
        .bind(8, check.checkedBy())
        .bind(9, check.checkedAt())
        .execute();
  }

  void close(
      Handle handle,
      ControllerId controller,
      AgreementCheck check,
      CheckOutcome outcome,
      String by,
      Instant at) {
    handle
        .createUpdate(
            """
            insert into agreement_check_closure (controller_id, check_id, outcome, checked_by, closed_by, closed_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .bind(0, controller)
        .bind(1, check.id())
        .bind(2, outcome.name())
        .bind(3, check.checkedBy())
        .bind(4, by)
        .bind(5, at)
        .execute();
  }

  Optional<AgreementCheck> find(Handle handle, String recipientId, UUID id) {
    return handle
        .createQuery(SELECT + "where k.id = ? and k.recipient_id = ?")
        .bind(0, id)
        .bind(1, recipientId)
        .map(new AgreementCheckMapper())
        .findOne();
  }

  /** The newest 200 checks of a recipient. */
  List<AgreementCheck> list(Handle handle, String recipientId) {
    return handle
        .createQuery(
            SELECT + "where k.recipient_id = ? order by k.checked_on desc, k.id desc limit 200")
        .bind(0, recipientId)
        .map(new AgreementCheckMapper())
        .list();
  }

  /** Whether a breach of this recipient waits for its second officer. */
  boolean hasOpenCase(Handle handle, String recipientId) {
    return handle
        .createQuery(
            """
            select exists (select 1 from agreement_check k
              where k.recipient_id = ? and cardinality(k.breached) > 0
                and not exists (select 1 from agreement_check_closure c
                  where c.controller_id = k.controller_id and c.check_id = k.id))
            """)
        .bind(0, recipientId)
        .mapTo(Boolean.class)
        .one();
  }

  /** The day of the last check of each recipient that was ever checked. */
  Map<String, LocalDate> lastDays(Handle handle) {
    return handle
        .createQuery(
            "select recipient_id, max(checked_on) as checked_on from agreement_check"
                + " group by recipient_id")
        .setMapKeyColumn("recipient_id")
        .setMapValueColumn("checked_on")
        .collectInto(new GenericType<Map<String, LocalDate>>() {});
  }

  private static String[] names(List<Clause> clauses) {
    return clauses.stream().map(Clause::name).toArray(String[]::new);
  }
}
