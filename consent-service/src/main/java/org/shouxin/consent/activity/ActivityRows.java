package org.shouxin.consent.activity;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;

/** Rows of the register, which are the versions of purposes. */
@ApplicationScoped
class ActivityRows {
  private static final String SELECT =
      """
      select p.*, r.words_zh as retention_zh, r.words_en as retention_en
      from purpose p join retention_class r on r.code = p.retention_class
      """;

  /** All versions, the catalogue's and the controller's own, by code and version. */
  List<Activity> listAll(Handle handle) {
    return handle
        .createQuery(SELECT + "order by p.code, p.controller_id <> '*', p.version")
        .map(ActivityRows::read)
        .list();
  }

  /** A version of the controller's own. */
  Optional<Activity> findOwn(Handle handle, String code, int version) {
    return handle
        .createQuery(
            SELECT
                + "where p.controller_id <> '*' and p.code = ? and p.version = ? for update of p")
        .bind(0, code)
        .bind(1, version)
        .map(ActivityRows::read)
        .findOne();
  }

  /** The highest version number of a code, 0 when it is new. */
  int newestVersion(Handle handle, String code) {
    return handle
        .createQuery("select coalesce(max(version), 0) from purpose where code = ?")
        .bind(0, code)
        .mapTo(Integer.class)
        .one();
  }

  boolean retentionClassExists(Handle handle, String code) {
    return handle
        .createQuery("select exists (select 1 from retention_class where code = ?)")
        .bind(0, code)
        .mapTo(Boolean.class)
        .one();
  }

  void insert(
      Handle handle,
      Actor proposer,
      Proposal p,
      int version,
      int termsVersion,
      LocalDate validFrom,
      Instant now) {
    Proposal.Assessment pipia = p.pipia();
    handle
        .createUpdate(
            """
            insert into purpose (controller_id, code, version, terms_version, status, valid_from, name_zh,
              name_en, words_zh, words_en, method_zh, method_en, basis, article, evidence, separate, withdrawal,
              withdrawal_effect_zh, withdrawal_effect_en, consent_applicable, recipient_required, dpv_iri, roles,
              categories, fields, allowed_when_restricted, consent_months, retention_class, subjects, systems,
              cross_border, automated_decision, pipia_triggers, pipia_reference, pipia_completed_on, proposed_by,
              proposed_at, next_review_on)
            values (:controller, :code, :version, :terms, 'DRAFT', :validFrom, :nameZh, :nameEn, :wordsZh,
              :wordsEn, :methodZh, :methodEn, :basis, :article, :evidence, :separate, :withdrawal, :effectZh,
              :effectEn, :consentApplicable, :recipientRequired, :dpv, :roles, :categories, :fields,
              :whenRestricted, :months, :retention, :subjects, :systems, :crossBorder, :automated, :triggers,
              :pipia, :pipiaOn, :by, :at, :review)
            """)
        .bind("controller", proposer.controller())
        .bind("code", p.code())
        .bind("version", version)
        .bind("terms", termsVersion)
        .bind("validFrom", validFrom)
        .bind("nameZh", p.name().zh())
        .bind("nameEn", p.name().en())
        .bind("wordsZh", p.words().zh())
        .bind("wordsEn", p.words().en())
        .bind("methodZh", p.method().zh())
        .bind("methodEn", p.method().en())
        .bind("basis", p.basis().name())
        .bind("article", p.article())
        .bind("evidence", p.evidence().name())
        .bind("separate", p.separateConsent().name())
        .bind("withdrawal", p.withdrawal().name())
        .bind("effectZh", p.withdrawalEffect().zh())
        .bind("effectEn", p.withdrawalEffect().en())
        .bind("consentApplicable", p.withdrawal() != org.shouxin.consent.purpose.Withdrawal.NEVER)
        .bind("recipientRequired", p.recipientRequired())
        .bind("dpv", p.dpv())
        .bind("roles", sorted(p.roles()))
        .bind("categories", sorted(p.categories().stream().map(Enum::name).toList()))
        .bind("fields", sorted(p.fields()))
        .bind("whenRestricted", p.allowedWhenRestricted())
        .bind("months", p.consentMonths())
        .bind("retention", p.retentionClass())
        .bind("subjects", sorted(p.subjects()))
        .bind("systems", sorted(p.systems()))
        .bind("crossBorder", p.crossBorder())
        .bind("automated", p.automatedDecision())
        .bind("triggers", sorted(Trigger.of(p).stream().map(Enum::name).toList()))
        .bind("pipia", pipia == null ? null : pipia.reference())
        .bind("pipiaOn", pipia == null ? null : pipia.completedOn())
        .bind("by", proposer.id())
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .bind("review", p.nextReviewOn())
        .execute();
  }

  void decide(
      Handle handle,
      Activity activity,
      String status,
      Review review,
      String decidedBy,
      Instant now) {
    Proposal.Assessment pipia = review.pipia();
    handle
        .createUpdate(
            """
            update purpose set status = :status, decided_by = :by, decided_at = :at, opinion = :opinion,
              pipia_reference = coalesce(:pipia, pipia_reference),
              pipia_completed_on = coalesce(cast(:pipiaOn as date), pipia_completed_on)
            where controller_id <> '*' and code = :code and version = :version
            """)
        .bind("status", status)
        .bind("by", decidedBy)
        .bind("at", now.atOffset(ZoneOffset.UTC))
        .bind("opinion", review.opinion())
        .bind("pipia", pipia == null ? null : pipia.reference())
        .bind("pipiaOn", pipia == null ? null : pipia.completedOn())
        .bind("code", activity.code())
        .bind("version", activity.version())
        .execute();
  }

  private static Activity read(ResultSet row, StatementContext context) throws SQLException {
    return new Activity(
        row.getString("code"),
        row.getInt("version"),
        row.getInt("terms_version"),
        row.getString("status"),
        row.getString("controller_id").equals("*"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getString("words_zh"),
        row.getString("words_en"),
        row.getString("method_zh"),
        row.getString("method_en"),
        row.getString("basis"),
        row.getString("article"),
        list(row, "categories"),
        list(row, "subjects"),
        list(row, "roles"),
        list(row, "systems"),
        row.getString("retention_class"),
        row.getString("retention_zh"),
        row.getString("retention_en"),
        row.getBoolean("cross_border"),
        row.getBoolean("automated_decision"),
        list(row, "pipia_triggers"),
        row.getString("pipia_reference"),
        row.getObject("pipia_completed_on", LocalDate.class),
        row.getString("proposed_by"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        row.getString("decided_by"),
        instant(row, "decided_at"),
        row.getString("opinion"),
        row.getObject("next_review_on", LocalDate.class));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static String[] sorted(Collection<String> values) {
    return values.stream().sorted().toArray(String[]::new);
  }
}
