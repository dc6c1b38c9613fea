package org.shouxin.consent.clearance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.shouxin.consent.purpose.Language;
import org.shouxin.consent.purpose.Words;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** The texts in force, and their signing by digest (R-AC-06). */
@ApplicationScoped
class Undertakings {
  private static final String IN_FORCE =
      "select distinct on (kind) kind, version, title_zh, title_en, text_zh, text_en"
          + " from undertaking where effective_from <= ? order by kind, version desc";
  private static final String SIGN =
      "insert into undertaking_signature (controller_id, id, person_id, kind, version, language,"
          + " text_sha256, signed_at) values (?, ?, ?, ?, ?, ?, ?, ?)";

  private final Database database;
  private final Certification certification;
  private final AuditOutbox audit;
  private final Clock clock;

  Undertakings(Database database, Certification certification, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.certification = certification;
    this.audit = audit;
    this.clock = clock;
  }

  List<Undertaking> listInForce(Actor actor) {
    return database.read(actor.controller(), this::listInForce);
  }

  /**
   * Signs the text in force.
   *
   * @throws ProblemException UNDERTAKING_TEXT_MISMATCH when the digest is of another text
   */
  void sign(Actor actor, Undertaking.Kind kind, Language language, String sha256) {
    database.write(
        actor.controller(),
        handle -> {
          certification.lock(handle, actor.id());
          Undertaking text =
              listInForce(handle).stream()
                  .filter(undertaking -> undertaking.kind() == kind)
                  .findAny()
                  .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND));
          if (!text.sha256(language).equals(sha256)) {
            throw new ProblemException(ProblemCode.UNDERTAKING_TEXT_MISMATCH);
          }
          handle.execute(
              SIGN,
              actor.controller(),
              Ids.next(),
              actor.id(),
              kind.name(),
              text.version(),
              language.tag(),
              sha256,
              clock.instant());
          audit.record(
              handle,
              AuditEvents.of(actor, kind.event(), clock)
                  .resource("undertaking", kind.name() + "." + text.version())
                  .concerns("employee:" + actor.id())
                  .build());
          certification.issueIfComplete(handle, actor, actor.id());
          return kind;
        });
  }

  private List<Undertaking> listInForce(Handle handle) {
    LocalDate today = BusinessTime.today(clock);
    return handle
        .createQuery(IN_FORCE)
        .bind(0, today)
        .map((row, context) ->
            new Undertaking(
                Undertaking.Kind.valueOf(row.getString("kind")),
                row.getInt("version"),
                new Words(row.getString("title_zh"), row.getString("title_en")),
                new Words(row.getString("text_zh"), row.getString("text_en"))))
        .list();
  }
}
