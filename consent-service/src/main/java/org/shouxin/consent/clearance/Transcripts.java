package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads what an employee has done toward a certificate. */
@ApplicationScoped
class Transcripts {
  private static final String PROGRESS =
      """
      with last as (select max(issued_at) as at, max(last_day) as last_day from certificate
                     where person_id = :person)
      select last.at as issued_at, last.last_day,
        exists (select 1 from agreement_breach b
          where b.person_id = :person and b.lifted_at is null) as breached,
        coalesce((select sum(least(day.minutes, :most)) from (
          select sum(s.minutes) as minutes from training_session s
           where s.person_id = :person and (last.at is null or s.started_at > last.at)
           group by s.held_on) day), 0) as minutes,
        exists (select 1 from test_attempt t where t.person_id = :person and t.passed
          and (last.at is null or t.drawn_at > last.at)) as tested,
        exists (select 1 from undertaking_signature u where u.person_id = :person
          and u.kind = 'AGREEMENT' and (last.at is null or u.signed_at > last.at)) as agreed,
        exists (select 1 from undertaking_signature u where u.person_id = :person
          and u.kind = 'PLEDGE' and (last.at is null or u.signed_at > last.at)) as pledged
      from last\
      """;

  /** What counts since the last certificate. */
  public record Progress(
      @Nullable Instant issuedAt,
      @Nullable LocalDate lastDay,
      boolean breached,
      int minutes,
      boolean tested,
      boolean agreed,
      boolean pledged) {

    Set<Requirement> missing(ClearanceRule rule) {
      Set<Requirement> missing = EnumSet.noneOf(Requirement.class);
      if (minutes < rule.minutesNeeded(issuedAt != null)) {
        missing.add(Requirement.HOURS);
      }
      if (!tested) {
        missing.add(Requirement.TEST);
      }
      if (!agreed) {
        missing.add(Requirement.AGREEMENT);
      }
      if (!pledged) {
        missing.add(Requirement.PLEDGE);
      }
      return missing;
    }
  }

  Progress progress(Handle handle, String person, ClearanceRule rule) {
    return handle
        .createQuery(PROGRESS)
        .bind("person", person)
        .bind("most", rule.mostMinutesADay())
        .mapTo(Progress.class)
        .one();
  }

  Transcript get(Handle handle, String person, LocalDate today) {
    ClearanceRule rule = ClearanceRule.inForce(handle, today);
    Progress progress = progress(handle, person, rule);
    List<String> missing = new ArrayList<>();
    progress.missing(rule).forEach(requirement -> missing.add(requirement.name()));
    return new Transcript(
        person,
        Clearance.on(today, progress.lastDay(), progress.breached()).label(),
        progress.lastDay(),
        progress.minutes(),
        rule.minutesNeeded(progress.issuedAt() != null),
        missing,
        list(
            handle,
            "select id::text, course, form, held_on, minutes, ended_at is null as open"
                + " from training_session where person_id = ? order by started_at desc limit 200",
            person,
            Transcript.Attended.class),
        list(
            handle,
            "select id::text, answered_at, right_answers, passed from test_attempt"
                + " where person_id = ? and answered_at is not null order by drawn_at desc limit 50",
            person,
            Transcript.Attempt.class),
        list(
            handle,
            "select kind, version, text_sha256, signed_at from undertaking_signature"
                + " where person_id = ? order by signed_at desc limit 50",
            person,
            Transcript.Signature.class));
  }

  private static <T> List<T> list(Handle handle, String sql, String person, Class<T> type) {
    return handle.createQuery(sql).bind(0, person).mapTo(type).list();
  }
}
