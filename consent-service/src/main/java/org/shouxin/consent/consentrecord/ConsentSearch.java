package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.time.BusinessTime;

/** Who consented to what, in which version, in which state: for compliance, page by page. */
@ApplicationScoped
class ConsentSearch {
  private static final String WHERE =
      """
      where (cast(:purpose as text) is null or purpose = :purpose)
        and (cast(:recipient as text) is null or recipient_id = :recipient)
        and (cast(:noticeVersion as integer) is null or notice_version = :noticeVersion)
        and (cast(:customer as uuid) is null or customer_id = :customer)
        and (cast(:state as text) is null or :state = case
          when state in ('GIVEN', 'RENEWED') and expires_at <= :now then 'EXPIRED'
          when state in ('GIVEN', 'RENEWED') and not terms_in_force then 'INVALIDATED'
          else state end)
        and id < :before
      order by id desc limit :limit
      """;

  private final Database database;
  private final ConsentRows rows;
  private final CursorCodec cursors;
  private final AuditOutbox outbox;
  private final Clock clock;

  ConsentSearch(
      Database database, ConsentRows rows, CursorCodec cursors, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.cursors = cursors;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What to look for; everything may be left open. */
  record Criteria(
      @Nullable @Pattern(regexp = "P-[0-9]{2}") String purpose,
      @Nullable @Size(max = 61) String recipientId,
      @Nullable Integer noticeVersion,
      @Nullable String customerId,
      @Nullable
          @Pattern(regexp = "REQUESTED|REFUSED|GIVEN|RENEWED|WITHDRAWN|REVOKED|EXPIRED|INVALIDATED")
          String state,
      @Nullable Integer first,
      @Nullable String after) {

    /** Everything that must stay the same from page to page. */
    String listing(Actor actor) {
      return "consent-search|"
          + actor.controller()
          + "|"
          + String.join(
              "|",
              String.valueOf(purpose),
              String.valueOf(recipientId),
              String.valueOf(noticeVersion),
              String.valueOf(customerId),
              String.valueOf(state));
    }
  }

  /** A page, newest first; a cursor stands beside each record. */
  record Page(List<ConsentRecordView> records, List<String> cursors, boolean hasNextPage) {}

  /** Searches; the search itself leaves an audit event before its answer. */
  Page search(Actor actor, Criteria criteria) {
    PageSize size = PageSize.of(criteria.first());
    String listing = criteria.listing(actor);
    String after = criteria.after();
    UUID before =
        after == null || after.isBlank()
            ? new UUID(-1L, -1L)
            : Ids.parse(cursors.open(listing, after));
    String customer = criteria.customerId();
    UUID customerId = customer == null ? null : Ids.parse(customer);
    Instant now = clock.instant();
    LocalDate today = BusinessTime.today(clock);
    List<StoredConsent> found =
        database.read(
            actor.controller(),
            handle ->
                rows.search(handle, WHERE, today)
                    .bind("purpose", criteria.purpose())
                    .bind("recipient", criteria.recipientId())
                    .bind("noticeVersion", criteria.noticeVersion())
                    .bindByType("customer", customerId, UUID.class)
                    .bind("state", criteria.state())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("before", before)
                    .bind("limit", size.rowsAndOneMore())
                    .map(ConsentRows::read)
                    .list());
    List<ConsentRecordView> page =
        found.stream()
            .limit(size.rows())
            .map(consent -> ConsentRecordView.of(consent, now, false))
            .toList();
    outbox.recordDurably(
        List.of(
            AuditEvents.of(actor, "consent.searched", clock)
                .purpose(criteria.purpose())
                .recipient(criteria.recipientId())
                .count(page.size())
                .build()));
    return new Page(
        page,
        page.stream().map(record -> cursors.seal(listing, record.id().toString())).toList(),
        found.size() > size.rows());
  }
}
