package org.shouxin.consent.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.guardianship.Guardians;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Who still has to be informed of what (R-CN-01, DR-10): a person reads the notice of her audience
 * in its current version; of a new version only what changed for her.
 */
@ApplicationScoped
class Informing {
  private static final int MOST_LISTED = 200;

  private final Database database;
  private final Notices notices;
  private final NoticeRows rows;
  private final Guardians guardians;
  private final Clock clock;

  Informing(Database database, Notices notices, NoticeRows rows, Guardians guardians, Clock clock) {
    this.database = database;
    this.notices = notices;
    this.rows = rows;
    this.guardians = guardians;
    this.clock = clock;
  }

  /**
   * A notice that a person has not read in its current version.
   *
   * @param seenVersion the version she read last, null for none
   * @param changes the items that changed since; empty when she read none
   */
  record ToRead(
      PrivacyNotice notice, @Nullable Integer seenVersion, List<Notices.ItemChange> changes) {}

  /** An insured who has not been informed yet; the one task a person makes for staff. */
  public record Uninformed(UUID customerId, Audience audience, Instant since) {}

  /** What a person has to read, for herself or for her guardian. */
  List<ToRead> listToRead(Actor reader, CustomerId person, Language language) {
    LocalDate today = BusinessTime.today(clock);
    Instant now = clock.instant();
    return database.read(
        reader.controller(),
        handle -> {
          if (!reader.is(person) && !guardians.isWard(handle, reader, person, today)) {
            throw new ProblemException(ProblemCode.FORBIDDEN);
          }
          List<ToRead> toRead = new ArrayList<>();
          for (Audience audience : audiences(handle, person, today)) {
            rows.findCurrent(handle, audience, language, now)
                .map(NoticeRows.Stored::notice)
                .map(notice -> toRead(handle, person, notice))
                .filter(one -> isNews(one))
                .ifPresent(toRead::add);
          }
          return toRead;
        });
  }

  /** Whether the current notice of one of these audiences was shown to somebody. */
  boolean wasInformed(Actor reader, CustomerId person, List<Audience> audiences) {
    Instant now = clock.instant();
    return database.read(
        reader.controller(),
        handle ->
            audiences.stream()
                .anyMatch(audience -> rows.sawCurrent(handle, person, audience, now)));
  }

  /** Takes from records-service who was insured by somebody else; again changes nothing. */
  void report(ControllerId controller, List<CustomerId> insured) {
    Instant now = clock.instant();
    database.write(
        controller,
        handle -> {
          insured.forEach(person ->
              handle
                  .createUpdate(
                      "insert into insured_person values (?, ?, ?) on conflict do nothing")
                  .bind(0, controller)
                  .bind(1, person)
                  .bind(2, now.atOffset(ZoneOffset.UTC))
                  .execute());
          return insured.size();
        });
  }

  /** The insured who wait longest to be informed, at most 200; a child's guardian is informed. */
  List<Uninformed> listUninformed(Actor reader) {
    LocalDate today = BusinessTime.today(clock);
    Instant now = clock.instant();
    return database.read(
        reader.controller(),
        handle ->
            handle
                .createQuery(
                    """
                    select i.customer_id, i.reported_at as since, a.audience
                    from insured_person i
                    cross join lateral (select case when exists (
                        select 1 from childhood h
                        where h.customer_id = i.customer_id and h.fourteen_on > :today)
                      then 'GUARDIAN' else 'INSURED' end as audience) a
                    where not exists (
                      select 1 from notice_presentation p
                      join notice n on n.id = p.notice_id and n.version = p.notice_version
                        and n.language = p.language and n.arrived_from is null
                      where p.customer_id = i.customer_id and n.audience = a.audience
                        and n.version = (select max(c.version) from notice c
                          where c.arrived_from is null and c.audience = n.audience and c.effective_from <= :now))
                    order by i.reported_at, i.customer_id limit :most
                    """)
                .bind("today", today)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("most", MOST_LISTED)
                .mapTo(Uninformed.class)
                .list());
  }

  private List<Audience> audiences(Handle handle, CustomerId person, LocalDate today) {
    if (guardians.fourteenOn(handle, person, today).isPresent()) {
      return List.of(Audience.GUARDIAN);
    }
    boolean insured =
        handle
            .createQuery("select exists (select 1 from insured_person where customer_id = ?)")
            .bind(0, person)
            .mapTo(Boolean.class)
            .one();
    boolean applicant = !insured || rows.sawAny(handle, person, Audience.APPLICANT);
    List<Audience> audiences = new ArrayList<>();
    if (applicant) {
      audiences.add(Audience.APPLICANT);
    }
    if (insured) {
      audiences.add(Audience.INSURED);
    }
    return audiences;
  }

  private ToRead toRead(Handle handle, CustomerId person, PrivacyNotice notice) {
    @Nullable Integer seen = rows.findSeenVersion(handle, person, notice.id()).orElse(null);
    return new ToRead(
        notice,
        seen,
        seen == null || seen >= notice.version()
            ? List.of()
            : notices.listChanges(handle, notice.id(), seen, notice.version(), notice.language()));
  }

  private static boolean isNews(ToRead one) {
    return one.seenVersion() == null || !one.changes().isEmpty();
  }
}
