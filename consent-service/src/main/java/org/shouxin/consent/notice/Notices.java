package org.shouxin.consent.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Reads published notices; what other features may know of them. */
@ApplicationScoped
public class Notices {
  private final NoticeRows rows;

  Notices(NoticeRows rows) {
    this.rows = rows;
  }

  /** The current version for an audience. */
  public PrivacyNotice getCurrent(
      Handle handle, Audience audience, Language language, Instant now) {
    return rows.findCurrent(handle, audience, language, now)
        .map(NoticeRows.Stored::notice)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOTICE_NOT_FOUND));
  }

  /** Any version ever published. */
  public PrivacyNotice getVersion(Handle handle, UUID id, int version, Language language) {
    return rows.findVersion(handle, id, version, language)
        .map(NoticeRows.Stored::notice)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOTICE_NOT_FOUND));
  }

  /** The items of a published version. */
  public NoticeText getContent(Handle handle, UUID id, int version, Language language) {
    return rows.findVersion(handle, id, version, language)
        .map(NoticeRows.Stored::content)
        .orElseThrow(() -> new ProblemException(ProblemCode.NOTICE_NOT_FOUND));
  }

  /** The items of a published version in a language that it may not have been published in. */
  public Optional<NoticeText> findContent(Handle handle, UUID id, int version, Language language) {
    return rows.findVersion(handle, id, version, language).map(NoticeRows.Stored::content);
  }

  /**
   * Refuses anything but the version in force: a decision rests on what is told today.
   *
   * @throws ProblemException NOTICE_NOT_FOUND or NOTICE_OUTDATED
   */
  public void requireCurrent(Handle handle, UUID id, int version, Language language, Instant now) {
    PrivacyNotice current =
        rows.findCurrent(handle, id, language, now)
            .map(NoticeRows.Stored::notice)
            .orElseThrow(() -> new ProblemException(ProblemCode.NOTICE_NOT_FOUND));
    if (current.version() != version) {
      if (version > current.version()) {
        throw new ProblemException(ProblemCode.NOTICE_NOT_FOUND);
      }
      throw new ProblemException(
          ProblemCode.NOTICE_OUTDATED, "Version " + current.version() + " is in force.");
    }
  }

  /** Name and contact of the processor as the applicants' notice tells them today. */
  public Optional<NoticeText.Processor> findProcessor(
      Handle handle, Language language, Instant now) {
    return Arrays.stream(Audience.values())
        .map(audience -> rows.findCurrent(handle, audience, language, now))
        .flatMap(Optional::stream)
        .map(stored -> stored.content().processor())
        .findFirst();
  }

  List<PrivacyNotice> listVersions(Handle handle, UUID id, Language language) {
    return rows.listVersions(handle, id, language);
  }

  /** What reads differently between two versions, item by item. */
  List<ItemChange> listChanges(Handle handle, UUID id, int from, int to, Language language) {
    NoticeBody earlier = new NoticeBody(getContent(handle, id, from, language));
    NoticeText now = getContent(handle, id, to, language);
    NoticeBody later = new NoticeBody(now);
    return later.changedSince(getContent(handle, id, from, language)).stream()
        .map(item ->
            new ItemChange(
                item.code(),
                item.heading().in(language),
                earlier.section(item),
                later.section(item)))
        .toList();
  }

  /** One changed item of DR-11, before and after. */
  record ItemChange(String item, String heading, String before, String after) {}
}
