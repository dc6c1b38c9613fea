package org.shouxin.consent.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Rows of published notices. */
@ApplicationScoped
class NoticeRows {
  private static final String COLUMNS =
      "select id, version, audience, language, title, body, sha256, effective_from, content::text"
          + " as content from notice ";

  private final ObjectMapper json;

  NoticeRows(ObjectMapper json) {
    this.json = json;
  }

  /** A version with the items it was written from. */
  record Stored(PrivacyNotice notice, NoticeText content) {}

  Optional<Stored> findCurrent(Handle handle, Audience audience, Language language, Instant now) {
    return handle
        .createQuery(
            COLUMNS
                + "where arrived_from is null and audience = ? and language = ? and effective_from"
                + " <= ? order by version desc limit 1")
        .bind(0, audience.name())
        .bind(1, language.tag())
        .bind(2, at(now))
        .map(this::read)
        .findOne();
  }

  /** The current version in a language of the notice with this id, whatever its audience. */
  Optional<Stored> findCurrent(Handle handle, UUID id, Language language, Instant now) {
    return handle
        .createQuery(
            COLUMNS
                + "where id = ? and language = ? and effective_from <= ? order by version desc"
                + " limit 1")
        .bind(0, id)
        .bind(1, language.tag())
        .bind(2, at(now))
        .map(this::read)
        .findOne();
  }

  Optional<Stored> findVersion(Handle handle, UUID id, int version, Language language) {
    return handle
        .createQuery(COLUMNS + "where id = ? and version = ? and language = ?")
        .bind(0, id)
        .bind(1, version)
        .bind(2, language.tag())
        .map(this::read)
        .findOne();
  }

  /** The newest version of an audience in all its languages, in force or not. */
  List<Stored> listNewest(Handle handle, Audience audience) {
    return handle
        .createQuery(
            COLUMNS
                + "where arrived_from is null and audience = ? and version ="
                + " (select max(version) from notice where arrived_from is null and audience = ?)"
                + " order by language desc")
        .bind(0, audience.name())
        .bind(1, audience.name())
        .map(this::read)
        .list();
  }

  List<PrivacyNotice> listVersions(Handle handle, UUID id, Language language) {
    return handle
        .createQuery(COLUMNS + "where id = ? and language = ? order by version")
        .bind(0, id)
        .bind(1, language.tag())
        .map((row, context) -> read(row, context).notice())
        .list();
  }

  /** The newest version of a notice that somebody was shown. */
  Optional<Integer> findSeenVersion(Handle handle, CustomerId person, UUID notice) {
    return handle
        .createQuery(
            "select max(notice_version) from notice_presentation where customer_id = ? and"
                + " notice_id = ?")
        .bind(0, person)
        .bind(1, notice)
        .mapTo(Integer.class)
        .findOne();
  }

  /** Whether somebody was shown any version for an audience. */
  boolean sawAny(Handle handle, CustomerId person, Audience audience) {
    return handle
        .createQuery(
            "select exists (select 1 from notice_presentation p where p.customer_id = ? and"
                + " p.notice_id in (select id from notice where arrived_from is null and audience ="
                + " ?))")
        .bind(0, person)
        .bind(1, audience.name())
        .mapTo(Boolean.class)
        .one();
  }

  /** Whether somebody was shown the current version for an audience, in any language. */
  boolean sawCurrent(Handle handle, CustomerId person, Audience audience, Instant now) {
    return handle
        .createQuery(
            "select exists (select 1 from notice_presentation p join (select id, version from"
                + " notice where arrived_from is null and audience = ? and effective_from <= ?"
                + " order by version desc limit 1) c on c.id = p.notice_id and c.version ="
                + " p.notice_version where p.customer_id = ?)")
        .bind(0, audience.name())
        .bind(1, at(now))
        .bind(2, person)
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Keeps what a version tells differently; consents on earlier versions are stale from then on.
   */
  void insertChange(Handle handle, ControllerId controller, PrivacyNotice notice, String subject) {
    handle
        .createUpdate("insert into notice_change values (?, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, notice.id())
        .bind(2, notice.version())
        .bind(3, subject)
        .bind(4, at(notice.effectiveFrom()))
        .execute();
  }

  /** One publication of an audience at a time. */
  void lock(Handle handle, ControllerId controller, Audience audience) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 1))::text")
        .bind(0, controller.value() + "|notice|" + audience.name())
        .mapTo(String.class)
        .one();
  }

  void insert(
      Handle handle,
      ControllerId controller,
      PrivacyNotice notice,
      NoticeText content,
      String publishedBy,
      Instant now) {
    handle
        .createUpdate(
            "insert into notice (controller_id, id, version, audience, language, title, body,"
                + " content, sha256, effective_from, published_by, published_at) values (?, ?, ?,"
                + " ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)")
        .bind(0, controller)
        .bind(1, notice.id())
        .bind(2, notice.version())
        .bind(3, notice.audience().name())
        .bind(4, notice.language().tag())
        .bind(5, notice.title())
        .bind(6, notice.body())
        .bind(7, write(content))
        .bind(8, notice.sha256())
        .bind(9, at(notice.effectiveFrom()))
        .bind(10, publishedBy)
        .bind(11, at(now))
        .execute();
  }

  private Stored read(ResultSet row, StatementContext context) throws SQLException {
    PrivacyNotice notice =
        new PrivacyNotice(
            row.getObject("id", UUID.class),
            row.getInt("version"),
            Audience.valueOf(row.getString("audience")),
            Language.of(row.getString("language")),
            row.getString("title"),
            row.getString("body"),
            row.getString("sha256"),
            row.getObject("effective_from", OffsetDateTime.class).toInstant());
    try {
      return new Stored(notice, json.readValue(row.getString("content"), NoticeText.class));
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("stored notice cannot be read", unreadable);
    }
  }

  private String write(NoticeText content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("notice cannot be written as JSON", impossible);
    }
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
