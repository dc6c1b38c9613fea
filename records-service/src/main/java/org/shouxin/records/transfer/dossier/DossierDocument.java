package org.shouxin.records.transfer.dossier;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.document.DocumentWords;
import org.shouxin.platform.document.PrintedDocument;
import org.shouxin.platform.document.PrintedDocument.Fact;
import org.shouxin.platform.document.PrintedDocument.Part;
import org.shouxin.platform.time.BusinessTime;

/** A dossier as people read it: the deal, the report, the people, each step, and how to check. */
final class DossierDocument {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(BusinessTime.ZONE);

  private final DocumentWords words;

  DossierDocument(DocumentWords words) {
    this.words = words;
  }

  PrintedDocument of(Dossier dossier, String sha256) {
    List<Part> parts = new ArrayList<>();
    parts.add(new Part.Facts(deal(dossier)));
    part(parts, "report", report(dossier.report()));
    part(parts, "people", people(dossier));
    part(parts, "stages", dossier.stages().stream().map(this::act).toList());
    part(parts, "evidence", dossier.evidence().stream().map(this::act).toList());
    part(
        parts,
        "notices",
        dossier.notices().stream()
            .map(each -> new Fact(each.language(), at(each.publishedAt()) + " " + each.sha256()))
            .toList());
    Dossier.@Nullable HandedOver sent = dossier.handedOver();
    if (sent != null) {
      part(parts, "package", handedOver(sent, dossier.receipt()));
    }
    part(
        parts,
        "leftovers",
        dossier.leftovers().stream()
            .map(each ->
                new Fact(each.itemClass(), words.of(each.decision()) + " (" + each.basis() + ")"))
            .toList());
    parts.add(new Part.SmallPrint(words.of("check")));
    parts.add(new Part.SmallPrint(words.of("key") + " " + dossier.signingKey()));
    parts.add(new Part.SmallPrint("SHA-256 " + sha256));
    return new PrintedDocument(
        words.language(),
        words.of("title"),
        words.of("lead"),
        parts,
        words.of("transfer") + " " + dossier.transfer() + " / " + dossier.number());
  }

  private List<Fact> deal(Dossier dossier) {
    Dossier.Deal deal = dossier.deal();
    return List.of(
        new Fact(words.of("transfer"), dossier.transfer().toString()),
        new Fact(words.of("dealType"), words.of(deal.dealType())),
        new Fact(words.of("scope"), deal.scope()),
        new Fact(words.of("seller"), dossier.fromControllerId()),
        new Fact(
            words.of("receiver"), deal.toControllerName() + " (" + deal.toControllerId() + ")"),
        new Fact(words.of("contact"), deal.toControllerContact()),
        new Fact(words.of("cutOverOn"), deal.cutOverOn()),
        new Fact(words.of("issued"), dossier.issuedBy() + ", " + at(dossier.issuedAt())));
  }

  private List<Fact> report(Dossier.Report report) {
    @Nullable String reportedAt = report.reportedAt();
    return List.of(
        new Fact(words.of("effectiveAt"), at(report.effectiveAt())),
        new Fact(words.of("dueAt"), at(report.dueAt())),
        new Fact(
            words.of("reportedAt"),
            reportedAt == null
                ? words.of("notReported")
                : at(reportedAt) + " " + report.reference()),
        new Fact(words.of("inTime"), words.of(report.inTime() ? "yes" : "no")));
  }

  private List<Fact> people(Dossier dossier) {
    Dossier.People people = dossier.people();
    List<Fact> facts = new ArrayList<>();
    facts.add(count("inScope", people.inScope()));
    facts.add(count("told", people.told()));
    facts.add(count("unreachable", people.unreachable()));
    facts.add(count("objected", people.objected()));
    facts.add(count("moved", people.moved()));
    facts.add(count("copied", people.copied()));
    facts.add(count("restricted", people.restricted()));
    dossier
        .staying()
        .forEach((situation, number) ->
            facts.add(
                new Fact(words.of("stays") + " " + words.of(situation), Long.toString(number))));
    return facts;
  }

  private List<Fact> handedOver(Dossier.HandedOver sent, @Nullable String receipt) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.of("sealedAt"), at(sent.sealedAt())));
    facts.add(new Fact(words.of("manifest"), sent.manifest()));
    facts.add(new Fact(words.of("receipt"), receipt == null ? words.of("noReceipt") : receipt));
    sent.classes()
        .forEach(each -> facts.add(new Fact(each.name(), each.items() + " / " + each.root())));
    return facts;
  }

  private Fact count(String name, long number) {
    return new Fact(words.of(name), Long.toString(number));
  }

  private Fact act(Dossier.Act act) {
    @Nullable String reference = act.reference();
    return new Fact(
        words.of(act.code()),
        act.by() + ", " + at(act.at()) + (reference == null ? "" : ", " + reference));
  }

  private void part(List<Part> parts, String heading, List<Fact> facts) {
    if (!facts.isEmpty()) {
      parts.add(new Part.Heading(words.of(heading)));
      parts.add(new Part.Facts(facts));
    }
  }

  private static String at(String time) {
    return TIME.format(Instant.parse(time));
  }
}
