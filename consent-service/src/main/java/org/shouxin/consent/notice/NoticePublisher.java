package org.shouxin.consent.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.purpose.Sha256;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** Publishes notices through the gate of DR-11 (R-CN-01). */
@ApplicationScoped
class NoticePublisher {
  private final Database database;
  private final NoticeRows rows;
  private final Purposes purposes;
  private final AuditOutbox outbox;
  private final Clock clock;

  NoticePublisher(
      Database database, NoticeRows rows, Purposes purposes, AuditOutbox outbox, Clock clock) {
    this.database = database;
    this.rows = rows;
    this.purposes = purposes;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Publishes a new version, or finds that exactly this text is the newest already.
   *
   * @throws ProblemException NOTICE_INCOMPLETE with one fault an item and language
   */
  Published publish(Actor officer, NoticeDraft draft) {
    Audience audience = Audience.of(draft.audience());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant effectiveFrom = effectiveFrom(draft, now);
    List<NoticeText> texts =
        draft.texts().stream().sorted(Comparator.comparing(NoticeText::language)).toList();
    return database.write(
        officer.controller(),
        handle -> {
          requireComplete(handle, texts);
          rows.lock(handle, officer.controller(), audience);
          List<NoticeRows.Stored> newest = rows.listNewest(handle, audience);
          List<String> changed = changedItems(newest, texts);
          if (!newest.isEmpty() && changed.isEmpty() && sameLanguages(newest, texts)) {
            return answer(newest.stream().map(NoticeRows.Stored::notice).toList(), false, changed);
          }
          UUID id = newest.isEmpty() ? Ids.next() : newest.getFirst().notice().id();
          int version = newest.isEmpty() ? 1 : newest.getFirst().notice().version() + 1;
          List<PrivacyNotice> published = new ArrayList<>();
          for (NoticeText text : texts) {
            PrivacyNotice notice = write(id, version, audience, text, effectiveFrom);
            rows.insert(handle, officer.controller(), notice, text, officer.id(), now);
            published.add(notice);
          }
          outbox.record(
              handle,
              AuditEvents.of(officer, "notice.published", clock)
                  .resource("notice", id.toString())
                  .noticeVersion(version)
                  .change(null, Sha256.base64Url(published.getFirst().body()))
                  .build());
          makeStale(handle, officer, published.getFirst(), newest, texts);
          return answer(published, true, changed);
        });
  }

  /** What is told differently makes the consents that rest on it stale (R-CN-03, PIPL 14). */
  private void makeStale(
      Handle handle,
      Actor officer,
      PrivacyNotice notice,
      List<NoticeRows.Stored> newest,
      List<NoticeText> texts) {
    TreeSet<String> subjects = new TreeSet<>();
    for (NoticeText text : texts) {
      newest.stream()
          .map(NoticeRows.Stored::content)
          .filter(earlier -> earlier.language() == text.language())
          .forEach(earlier -> subjects.addAll(ToldChanges.between(earlier, text)));
    }
    for (String subject : subjects) {
      rows.insertChange(handle, officer.controller(), notice, subject);
      boolean purpose = subject.matches("P-[0-9]{2}");
      outbox.record(
          handle,
          AuditEvents.of(officer, "consent.stale", clock)
              .purpose(purpose ? subject : null)
              .resource("notice", notice.id().toString())
              .noticeVersion(notice.version())
              .reason(purpose ? "NOTICE_CHANGED" : "RECIPIENT_CHANGED")
              .build());
    }
  }

  private static Instant effectiveFrom(NoticeDraft draft, Instant now) {
    OffsetDateTime wanted = draft.effectiveFrom();
    if (wanted == null) {
      return now;
    }
    if (wanted.toInstant().isBefore(now)) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "A notice cannot take effect in the past.");
    }
    return wanted.toInstant();
  }

  private void requireComplete(Handle handle, List<NoticeText> texts) {
    List<String> approved =
        purposes.listInForce(handle, BusinessTime.today(clock)).stream()
            .filter(Purpose::approved)
            .map(Purpose::code)
            .toList();
    List<Problem.Fault> faults = new ArrayList<>();
    TreeSet<String> codes = new TreeSet<>();
    if (texts.stream().noneMatch(text -> text.language() == Language.ZH_CN)) {
      faults.add(new Problem.Fault("texts", "LANGUAGE", "the zh-CN text is missing / 缺少中文文本"));
      codes.add("zh-CN");
    }
    for (NoticeText text : texts) {
      for (NoticeItem item : NoticeItem.missingFrom(text, approved)) {
        faults.add(new Problem.Fault(text.language().tag(), item.code(), item.demand()));
        codes.add(item.code());
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(
          ProblemCode.NOTICE_INCOMPLETE, "Incomplete: " + String.join(", ", codes), faults);
    }
  }

  private static PrivacyNotice write(
      UUID id, int version, Audience audience, NoticeText text, Instant effectiveFrom) {
    LocalDate day = LocalDate.ofInstant(effectiveFrom, BusinessTime.ZONE);
    String body = new NoticeBody(text).write(version, day);
    return new PrivacyNotice(
        id,
        version,
        audience,
        text.language(),
        Objects.requireNonNull(text.title()),
        body,
        Sha256.hex(body),
        effectiveFrom);
  }

  private static List<String> changedItems(List<NoticeRows.Stored> newest, List<NoticeText> texts) {
    TreeSet<String> changed = new TreeSet<>();
    for (NoticeText text : texts) {
      newest.stream()
          .map(NoticeRows.Stored::content)
          .filter(earlier -> earlier.language() == text.language())
          .forEach(earlier -> {
            new NoticeBody(text).changedSince(earlier).forEach(item -> changed.add(item.code()));
            if (!Objects.equals(earlier.title(), text.title())
                || !Objects.equals(earlier.summary(), text.summary())) {
              changed.add(NoticeItem.N_18.code());
            }
          });
    }
    return List.copyOf(changed);
  }

  private static boolean sameLanguages(List<NoticeRows.Stored> newest, List<NoticeText> texts) {
    return newest.stream()
        .map(stored -> stored.notice().language())
        .sorted()
        .toList()
        .equals(texts.stream().map(NoticeText::language).toList());
  }

  private static Published answer(
      List<PrivacyNotice> notices, boolean created, List<String> changed) {
    PrivacyNotice first = notices.getFirst();
    return new Published(
        first.id(),
        first.version(),
        first.audience(),
        first.effectiveFrom(),
        created,
        notices.stream().map(n -> new Published.Digest(n.language(), n.sha256())).toList(),
        changed);
  }
}
