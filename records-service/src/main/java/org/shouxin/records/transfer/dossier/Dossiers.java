package org.shouxin.records.transfer.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PdfDocuments;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.duty.DutyPeriods;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.TransferKeys;

/** Issues dossiers from the cut-over on, keeps them as signed, and prints them. */
@ApplicationScoped
class Dossiers {
  private final Database database;
  private final DutyPeriods periods;
  private final TransferKeys keys;
  private final AuditOutbox audit;
  private final Clock clock;

  Dossiers(
      Database database, DutyPeriods periods, TransferKeys keys, AuditOutbox audit, Clock clock) {
    this.database = database;
    this.periods = periods;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Issues the next dossier of a transfer with the event {@code transfer.dossier.issued}.
   *
   * @throws ProblemException {@code TRANSFER_NOT_FOUND}; {@code TRANSFER_STAGE_CONFLICT} before the
   *     cut-over, when there is nothing to report yet
   */
  DossierTable.IssuedDossier issue(Actor actor, UUID transfer) {
    return database.write(
        actor.controller(),
        handle -> {
          DossierTable.lock(handle, transfer);
          Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
          int number =
              DossierTable.findNewest(handle, transfer)
                      .map(DossierTable.IssuedDossier::number)
                      .orElse(0)
                  + 1;
          String body = compose(handle, actor, transfer, number, now).text();
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          DossierTable.IssuedDossier issued =
              new DossierTable.IssuedDossier(
                  number, body, base64(keys.sign(actor.controller(), bytes)), digest(body));
          DossierTable.insert(handle, actor.controller(), transfer, issued, actor.id(), now);
          audit.record(
              handle,
              AuditEvents.of(actor, "transfer.dossier.issued", clock)
                  .purpose("P-20")
                  .resource("transfer", transfer.toString())
                  .count(number)
                  .change(null, issued.sha256())
                  .build());
          return issued;
        });
  }

  /**
   * The newest dossier.
   *
   * @throws ProblemException {@code TRANSFER_NOT_FOUND}; {@code DOSSIER_NOT_ISSUED}
   */
  DossierTable.IssuedDossier get(Actor actor, UUID transfer) {
    return database.read(
        actor.controller(),
        handle -> {
          requireDeal(new DossierFacts(handle, transfer));
          return DossierTable.findNewest(handle, transfer)
              .orElseThrow(() -> new ProblemException(ProblemCode.DOSSIER_NOT_ISSUED));
        });
  }

  /** The same for people to read, in zh-CN or en. */
  byte[] print(Actor actor, UUID transfer, Locale language) {
    DossierTable.IssuedDossier issued = get(actor, transfer);
    return PdfDocuments.write(
        new DossierDocument(DocumentWords.in(DossierDocument.class, "dossier", language))
            .of(Dossier.parse(issued.body()), issued.sha256()));
  }

  private Dossier compose(Handle handle, Actor actor, UUID transfer, int number, Instant now) {
    DossierFacts facts = new DossierFacts(handle, transfer);
    Dossier.Deal deal = requireDeal(facts);
    Instant effectiveAt =
        facts
            .effectiveAt()
            .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT));
    List<Dossier.Act> evidence = facts.evidence();
    return new Dossier(
        Dossier.FORMAT,
        number,
        transfer,
        actor.controller().value(),
        deal,
        report(handle, facts, effectiveAt, now, evidence),
        facts.people(),
        facts.staying(),
        facts.stages(),
        evidence,
        facts.notices(),
        facts.manifest().map(Dossiers::handedOver).orElse(null),
        reference(evidence, "RECEIPT_MATCHES"),
        facts.leftovers(),
        now.toString(),
        actor.id(),
        keys.signingKey(actor.controller()).thumbprint());
  }

  private static Dossier.Deal requireDeal(DossierFacts facts) {
    return facts.deal().orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_NOT_FOUND));
  }

  /** Five days from the cut-over (K-17), by the law in force on its day. */
  private Dossier.Report report(
      Handle handle,
      DossierFacts facts,
      Instant effectiveAt,
      Instant now,
      List<Dossier.Act> evidence) {
    LocalDate day = effectiveAt.atZone(BusinessTime.ZONE).toLocalDate();
    Instant dueAt = periods.get(handle, "K-17", day).dueAfter(effectiveAt);
    @Nullable Instant reportedAt = facts.reportedAt().orElse(null);
    return new Dossier.Report(
        seconds(effectiveAt),
        seconds(dueAt),
        reportedAt == null ? null : seconds(reportedAt),
        reference(evidence, "CHANGE_REPORTED"),
        !(reportedAt == null ? now : reportedAt).isAfter(dueAt));
  }

  private static Dossier.HandedOver handedOver(String text) {
    Manifest manifest = Manifest.parse(text);
    return new Dossier.HandedOver(
        digest(text),
        manifest.sealedAt(),
        manifest.people(),
        manifest.classes().stream()
            .map(each -> new Dossier.ItemClass(each.name(), each.items(), each.root()))
            .toList());
  }

  private static @Nullable String reference(List<Dossier.Act> evidence, String gate) {
    return evidence.stream()
        .filter(act -> act.code().equals(gate))
        .map(Dossier.Act::reference)
        .findFirst()
        .orElse(null);
  }

  private static String seconds(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String digest(String text) {
    return base64(ItemHash.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
