package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.departure.Departures;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.consent.recipient.Recipients;
import org.shouxin.consent.recipient.Standing;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.time.BusinessTime;

/** Reads consents for those who may see them (DR-13, consent history). */
@ApplicationScoped
class ConsentQueries {
  private final Database database;
  private final ConsentRows rows;
  private final Recipients recipients;
  private final Guardians guardians;
  private final Departures departures;
  private final Clock clock;

  ConsentQueries(
      Database database,
      ConsentRows rows,
      Recipients recipients,
      Guardians guardians,
      Departures departures,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.recipients = recipients;
    this.guardians = guardians;
    this.departures = departures;
    this.clock = clock;
  }

  /** Whose consents, at most a page. */
  record Query(@NotNull @Size(min = 1, max = 50) List<@NotBlank String> customerIds) {}

  /** People who consented to share with the calling partner. */
  record SubjectsQuery(@Nullable String purpose, @Nullable Integer first, @Nullable String after) {}

  /** A page of opaque customer ids, in their order. */
  record Subjects(List<String> customerIds, boolean hasNextPage) {}

  /**
   * Each asked person's records, oldest first: the person's own and her wards', a partner's own
   * scope, everybody's for the controller's supervision. Who may not see a person's records gets an
   * empty list, as for an unknown person.
   */
  Map<String, List<ConsentRecordView>> listOf(Actor actor, Query query) {
    List<CustomerId> customers =
        query.customerIds().stream().map(CustomerId::parse).distinct().toList();
    Instant now = clock.instant();
    LocalDate today = BusinessTime.today(clock);
    Found read =
        database.read(
            actor.controller(),
            handle ->
                new Found(
                    rows.listOf(handle, here(handle, customers), today),
                    guardians.wardsOf(handle, actor, today)));
    Map<String, List<ConsentRecordView>> answer = new LinkedHashMap<>();
    customers.forEach(customer -> answer.put(customer.toString(), new ArrayList<>()));
    for (StoredConsent consent : read.consents()) {
      if (maySee(actor, read.wards(), consent.record())) {
        List<ConsentRecordView> list = answer.get(consent.record().customer().toString());
        if (list != null) {
          list.add(
              ConsentRecordView.of(
                  consent, now, maySeeReceipt(actor, read.wards(), consent.record())));
        }
      }
    }
    return answer;
  }

  /** Whoever moved to another controller is as unknown here as anybody else. */
  private List<CustomerId> here(Handle handle, List<CustomerId> customers) {
    Set<CustomerId> departed = departures.departed(handle, customers);
    return customers.stream().filter(each -> !departed.contains(each)).toList();
  }

  /** Ids of people with a consent in force to the calling partner, by keyset. */
  Subjects listSubjects(Actor actor, String purpose, SubjectsQuery query) {
    String partner = actor.requirePartner();
    PageSize page = PageSize.of(query.first());
    String after = query.after();
    UUID from = after == null || after.isBlank() ? new UUID(0, 0) : Ids.parse(after);
    LocalDate today = BusinessTime.today(clock);
    Instant now = clock.instant();
    List<UUID> ids =
        database.read(
            actor.controller(),
            handle -> {
              Recipient recipient = recipients.find(handle, partner).orElse(null);
              if (recipient == null || recipient.standingOn(today) != Standing.ACTIVE) {
                return List.<UUID>of();
              }
              return rows.search(
                      handle,
                      """
                      where live and purpose = :purpose and recipient_key = :recipient
                        and customer_id > :after and state in ('GIVEN', 'RENEWED')
                        and expires_at > :now and terms_in_force
                        and not exists (select 1 from departure d
                                         where d.customer_id = found.customer_id)
                      order by customer_id limit :limit
                      """,
                      today)
                  .bind("purpose", purpose)
                  .bind("recipient", partner)
                  .bind("after", from)
                  .bind("now", now.atOffset(ZoneOffset.UTC))
                  .bind("limit", page.rowsAndOneMore())
                  .map((row, context) -> row.getObject("customer_id", UUID.class))
                  .list();
            });
    boolean more = ids.size() > page.rows();
    return new Subjects(ids.stream().limit(page.rows()).map(UUID::toString).toList(), more);
  }

  private record Found(List<StoredConsent> consents, Set<CustomerId> wards) {}

  private static boolean maySee(Actor actor, Set<CustomerId> wards, ConsentRecord record) {
    return switch (actor.kind()) {
      case CUSTOMER -> actor.is(record.customer()) || wards.contains(record.customer());
      case PARTNER ->
          record.recipientId() != null && record.recipientId().equals(actor.partnerId());
      case EMPLOYEE, REGULATOR -> !actor.has(Role.OPERATOR);
      case SYSTEM -> false;
    };
  }

  private static boolean maySeeReceipt(Actor actor, Set<CustomerId> wards, ConsentRecord record) {
    return actor.is(record.customer())
        || wards.contains(record.customer())
        || actor.has(Role.COMPLIANCE_OFFICER);
  }
}
