package org.shouxin.consent.consentrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.DecidedAs;
import org.shouxin.consent.purpose.Category;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Rows of consents and of the decisions about them. */
@ApplicationScoped
class ConsentRows {

  private static final String SELECT =
      """
      select cr.*, coalesce(
          cr.purpose_terms = (
            select p.terms_version from purpose p
            where p.code = cr.purpose and p.status = 'APPROVED'
              and p.valid_from <= :day and (p.valid_to is null or p.valid_to >= :day)
            order by p.controller_id = '*', p.version desc limit 1)
          and (cr.recipient_id is null or cr.recipient_terms = rc.terms_version)
          and (cr.recipient_uscc is null or cr.recipient_uscc = rc.uscc)
          and not exists (
            select 1 from notice_change told
            where told.notice_id = cr.notice_id and told.version > cr.notice_version
              and told.subject in (cr.purpose, rc.name) and told.effective_from <= :now),
          false) as terms_in_force
      from consent_record cr
      left join recipient rc on rc.controller_id = cr.controller_id and rc.id = cr.recipient_id
      """;

  private final Clock clock;

  ConsentRows(Clock clock) {
    this.clock = clock;
  }

  /** Makes all decisions of one person follow one another: the later one wins, each is kept. */
  void lockPerson(Handle handle, ControllerId controller, CustomerId customer) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 3))::text")
        .bind(0, controller.value() + "|consent|" + customer)
        .mapTo(String.class)
        .one();
  }

  Optional<StoredConsent> find(Handle handle, UUID id, LocalDate day) {
    return query(handle, "where cr.id = :id", day).bind("id", id).map(ConsentRows::read).findOne();
  }

  Optional<StoredConsent> findLive(
      Handle handle,
      CustomerId customer,
      String purpose,
      @Nullable String recipientId,
      LocalDate day) {
    return query(
            handle,
            "where cr.live and cr.purpose = :purpose and cr.recipient_key = :recipient and cr.customer_id = :customer",
            day)
        .bind("purpose", purpose)
        .bind("recipient", recipientId == null ? "" : recipientId)
        .bind("customer", customer)
        .map(ConsentRows::read)
        .findOne();
  }

  List<StoredConsent> listOf(Handle handle, List<CustomerId> customers, LocalDate day) {
    return query(handle, "where cr.customer_id = any(:customers) order by cr.id", day)
        .bind("customers", customers.stream().map(CustomerId::value).toArray(UUID[]::new))
        .map(ConsentRows::read)
        .list();
  }

  /** Any selection of live and earlier records; {@code where} is a constant of the caller. */
  Query query(Handle handle, String where, LocalDate day) {
    return handle.createQuery(SELECT + where).bind("day", day).bind("now", at(clock.instant()));
  }

  /**
   * A search over the records with their terms compared; {@code where} is a constant of the caller.
   */
  Query search(Handle handle, String where, LocalDate day) {
    return handle
        .createQuery("select * from (" + SELECT + ") as found " + where)
        .bind("day", day)
        .bind("now", at(clock.instant()));
  }

  static StoredConsent read(ResultSet row, StatementContext context) throws SQLException {
    ConsentRecord record =
        new ConsentRecord(
            row.getObject("id", UUID.class),
            new ControllerId(row.getString("controller_id")),
            new CustomerId(row.getObject("customer_id", UUID.class)),
            row.getString("purpose"),
            categories(row),
            row.getString("recipient_id"),
            new ConsentRecord.Terms(row.getInt("purpose_terms"), row.getInt("recipient_terms")),
            row.getObject("notice_id", UUID.class),
            row.getInt("notice_version"),
            Language.of(row.getString("language")),
            row.getString("ui_text_sha256"),
            row.getBoolean("separate"),
            Objects.requireNonNull(ConsentStates.read(row, "")),
            row.getInt("sequence"),
            row.getString("last_hash"));
    return new StoredConsent(
        record,
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        row.getString("decided_by"),
        DecidedAs.valueOf(row.getString("decided_as")),
        row.getBoolean("terms_in_force"),
        row.getBoolean("live"),
        row.getString("receipt"));
  }

  void retire(Handle handle, UUID id) {
    handle
        .createUpdate("update consent_record set live = false where id = ?")
        .bind(0, id)
        .execute();
  }

  /** Writes a decision: the record as it stands now, and the decision in its history. */
  void store(
      Handle handle,
      ConsentRecord record,
      ConsentLedger.Decision decision,
      @Nullable String previousHash,
      @Nullable String receipt) {
    ConsentState state = record.state();
    Actor actor = decision.actor();
    Instant decidedAt = decision.at();
    Instant cooldown =
        state instanceof ConsentState.Refused refused ? refused.cooldownUntil() : null;
    String[] categories =
        record.categories().stream().map(Enum::name).sorted().toArray(String[]::new);
    handle
        .createUpdate(
            """
            insert into consent_record (controller_id, id, customer_id, purpose, categories, recipient_id,
              purpose_terms, recipient_terms, notice_id, notice_version, language, ui_text_sha256, separate,
              state, decided_at, given_at, expires_at, cooldown_until, sequence, last_hash, live, receipt,
              decided_by, decided_as)
            values (:controller, :id, :customer, :purpose, :categories, :recipient, :purposeTerms,
              :recipientTerms, :notice, :noticeVersion, :language, :digest, :separate, :state, :decidedAt,
              :givenAt, :expiresAt, :cooldown, :sequence, :hash, true, :receipt, :decidedBy, :decidedAs)
            on conflict (controller_id, id) do update set categories = excluded.categories,
              purpose_terms = excluded.purpose_terms, recipient_terms = excluded.recipient_terms,
              notice_id = excluded.notice_id, notice_version = excluded.notice_version,
              language = excluded.language, ui_text_sha256 = excluded.ui_text_sha256,
              separate = excluded.separate, state = excluded.state, decided_at = excluded.decided_at,
              given_at = excluded.given_at, expires_at = excluded.expires_at,
              cooldown_until = excluded.cooldown_until, sequence = excluded.sequence,
              last_hash = excluded.last_hash, receipt = excluded.receipt,
              decided_by = excluded.decided_by, decided_as = excluded.decided_as,
              recipient_uscc = null
            """)
        .bind("controller", record.controller())
        .bind("id", record.id())
        .bind("customer", record.customer())
        .bind("purpose", record.purpose())
        .bind("categories", categories)
        .bind("recipient", record.recipientId())
        .bind("purposeTerms", record.terms().purpose())
        .bind("recipientTerms", record.terms().recipient())
        .bind("notice", record.noticeId())
        .bind("noticeVersion", record.noticeVersion())
        .bind("language", record.language().tag())
        .bind("digest", record.uiTextSha256())
        .bind("separate", record.separate())
        .bind("state", state.label())
        .bind("decidedAt", at(decidedAt))
        .bind("givenAt", at(state.givenAt()))
        .bind("expiresAt", at(state.expiresAt()))
        .bind("cooldown", at(cooldown))
        .bind("sequence", record.sequence())
        .bind("hash", record.lastHash())
        .bind("receipt", receipt)
        .bind("decidedBy", actor.id())
        .bind("decidedAs", decision.as().name())
        .execute();
    handle
        .createUpdate(
            """
            insert into consent_decision (controller_id, consent_record_id, sequence, customer_id, state,
              categories, notice_id, notice_version, language, ui_text_sha256, separate, actor_kind, actor_id,
              decided_at, expires_at, hash, previous_hash, decided_as)
            values (:controller, :id, :sequence, :customer, :state, :categories, :notice, :noticeVersion,
              :language, :digest, :separate, :actorKind, :actorId, :decidedAt, :expiresAt, :hash, :previous, :decidedAs)
            """)
        .bind("controller", record.controller())
        .bind("id", record.id())
        .bind("sequence", record.sequence())
        .bind("customer", record.customer())
        .bind("state", state.label())
        .bind("categories", categories)
        .bind("notice", record.noticeId())
        .bind("noticeVersion", record.noticeVersion())
        .bind("language", record.language().tag())
        .bind("digest", record.uiTextSha256())
        .bind("separate", record.separate())
        .bind("actorKind", actor.kind().label())
        .bind("actorId", actor.id())
        .bind("decidedAt", at(decidedAt))
        .bind("expiresAt", at(state.expiresAt()))
        .bind("hash", record.lastHash())
        .bind("previous", previousHash)
        .bind("decidedAs", decision.as().name())
        .execute();
  }

  private static Set<Category> categories(ResultSet row) throws SQLException {
    return Arrays.stream((String[]) row.getArray("categories").getArray())
        .map(Category::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
