package org.shouxin.audit.destruction.certificate;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.audit.destruction.order.OutsideCopies;
import org.shouxin.audit.destruction.recipient.RecipientCount;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PrintedDocument;
import org.shouxin.platform.document.PrintedDocument.Fact;
import org.shouxin.platform.document.PrintedDocument.Part;
import org.shouxin.platform.time.BusinessTime;

/** A certificate as people read it: what, how, by whom, before whom, and how to check it. */
final class CertificateDocument {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

  private final DocumentWords words;

  CertificateDocument(DocumentWords words) {
    this.words = words;
  }

  PrintedDocument of(Certificate certificate, String sha256) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Facts(scope(certificate)));
    parts.add(new Part.Heading(words.of("destroyed")));
    parts.add(new Part.Facts(certificate.lines().stream().map(this::line).toList()));
    if (!certificate.media().isEmpty()) {
      parts.add(new Part.Heading(words.of("media")));
      parts.add(new Part.Facts(certificate.media().stream().map(this::medium).toList()));
    }
    parts.add(new Part.Heading(words.of("people")));
    parts.add(new Part.Facts(people(certificate)));
    if (certificate.presences().size() > 1) {
      parts.add(new Part.Heading(words.of("presences")));
      parts.add(new Part.Facts(certificate.presences().stream().map(this::presence).toList()));
    }
    certificate
        .stops()
        .forEach(stop ->
            parts.add(
                new Part.SmallPrint(
                    words.of("stopped") + " " + at(stop.at()) + ": " + words.of(code(stop)))));
    parts.add(new Part.Heading(words.of("copies")));
    parts.add(
        new Part.Facts(
            certificate.copies().stream()
                .map(copy -> new Fact(words.of(copy.what()), words.of(copy.how())))
                .toList()));
    if (!certificate.recipients().isEmpty()) {
      parts.add(new Part.Facts(certificate.recipients().stream().map(this::recipient).toList()));
    }
    if (!certificate.outsideCopies().isEmpty()) {
      parts.add(new Part.Heading(words.of("outsideCopies")));
      parts.add(new Part.Facts(certificate.outsideCopies().stream().map(this::outside).toList()));
    }
    parts.add(new Part.SmallPrint(words.of("check")));
    parts.add(new Part.SmallPrint("SHA-256 " + sha256));
    return new PrintedDocument(
        words.language(),
        words.of("title"),
        words.of(certificate.absence() == null ? "lead" : "leadUnwitnessed"),
        parts,
        words.of("number") + " " + certificate.number());
  }

  private List<Fact> scope(Certificate certificate) {
    return List.of(
        new Fact(words.of("number"), certificate.number().toString()),
        new Fact(words.of("controller"), certificate.controllerId()),
        new Fact(words.of("cause"), words.of(certificate.cause())),
        new Fact(words.of("dueOn"), certificate.dueOn().toString()),
        new Fact(words.of("persons"), Long.toString(certificate.people())),
        new Fact(words.of("keys"), Long.toString(certificate.keysDestroyed())),
        new Fact(words.of("startedAt"), at(certificate.startedAt())),
        new Fact(words.of("issuedAt"), at(certificate.issuedAt())),
        new Fact(words.of("scope"), certificate.scopeDigest()));
  }

  /** Where nobody witnessed, this says so; who compared the log is never called a witness. */
  private List<Fact> people(Certificate certificate) {
    List<Fact> people = new ArrayList<>();
    people.add(act("proposer", certificate.proposed()));
    people.add(act("approver", certificate.approved()));
    people.add(act("executor", certificate.executed()));
    if (certificate.witnessed() != null) {
      people.add(act("witness", certificate.witnessed()));
    }
    Certificate.Absence absence = certificate.absence();
    if (absence != null) {
      people.add(new Fact(words.of("witness"), words.of("nobody")));
      people.add(
          new Fact(
              words.of("namedWitness"), absence.witness() + ", " + words.of(absence.reason())));
      people.add(act("absenceReported", absence.reported()));
      people.add(act("logConfirmed", absence.confirmed()));
      people.add(new Fact(words.of("provenByLog"), Integer.toString(absence.provenByLog())));
      people.add(
          new Fact(words.of("onExecutorsWord"), Integer.toString(absence.onExecutorsWord())));
    }
    return people;
  }

  private Fact presence(Certificate.Presence presence) {
    return new Fact(
        words.of("since") + " " + at(presence.since()),
        words.of("executor")
            + ": "
            + presence.executor()
            + ", "
            + words.of("namedWitness")
            + ": "
            + presence.witness());
  }

  private Fact line(Certificate.Line line) {
    return new Fact(
        words.of(line.store()) + " " + line.retentionClass(),
        words.of(line.method()) + ": " + line.number());
  }

  private Fact medium(Certificate.Medium medium) {
    return new Fact(
        medium.serial(), words.of(medium.method()) + ", " + medium.by() + ", " + at(medium.at()));
  }

  private Fact recipient(RecipientCount count) {
    return new Fact(count.recipientId(), words.of(count.state()) + ": " + count.number());
  }

  private Fact outside(OutsideCopies.OutsideCopy copy) {
    return new Fact(
        at(copy.producedAt()) + ", " + copy.receiver(),
        words.of("persons")
            + ": "
            + copy.people()
            + ", "
            + words.of("CONFIRMED")
            + ": "
            + copy.confirmed()
            + " ("
            + copy.exportId()
            + ")");
  }

  private Fact act(String role, Certificate.Act act) {
    return new Fact(words.of(role), act.by() + ", " + at(act.at()));
  }

  private static String code(Certificate.Stop stop) {
    return stop.why().substring(0, Math.max(0, stop.why().indexOf(':')));
  }

  private static String at(Instant time) {
    return TIME.format(time);
  }
}
