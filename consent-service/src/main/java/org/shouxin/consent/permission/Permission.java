package org.shouxin.consent.permission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.consentrecord.ConsentState;
import org.shouxin.consent.purpose.DataField;
import org.shouxin.consent.purpose.Purpose;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.consent.purpose.Words;
import org.shouxin.consent.recipient.Recipient;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Answers the one question of the product, for a batch, from facts read in one moment (R-CN-04).
 */
@ApplicationScoped
class Permission {
  private final GatheredFacts facts;
  private final CallerStanding callers;
  private final DerivationJournal journal;

  Permission(GatheredFacts facts, CallerStanding callers, DerivationJournal journal) {
    this.facts = facts;
    this.callers = callers;
    this.journal = journal;
  }

  /**
   * Decides.
   *
   * @throws ProblemException PURPOSE_REQUIRED, PURPOSE_UNKNOWN, PURPOSE_NOT_APPROVED, ID_MALFORMED,
   *     FIELD_UNKNOWN
   */
  PermissionDecision decide(Actor actor, Question question) {
    String code = Purposes.required(question.purpose());
    List<UUID> ids = question.people().stream().map(person -> Ids.parse(person.id())).toList();
    Set<DataField> asked = fields(question.fields());
    GatheredFacts.Loaded loaded = facts.about(actor, code, ids);
    Instant now = loaded.now();
    LocalDate today = LocalDate.ofInstant(now, BusinessTime.ZONE);
    FactsReader.Read read = loaded.read();
    Purpose purpose = Purposes.usable(read.purpose());
    ProblemCode partnerRefusal = PartnerStanding.refusal(actor, read.recipient(), code, today);
    CallerStanding.Objection objection = partnerRefusal == null ? loaded.objection() : null;
    List<Facts> people = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      FactsReader.OfPerson known = read.people().get(i);
      people.add(
          new Facts(
              actor,
              objection == null ? null : objection.reason(),
              purpose,
              read.recipient(),
              question.people().get(i).as(ids.get(i)),
              known.child(),
              known.ward(),
              consent(known.consent(), purpose, read.recipient(), now),
              asked,
              today,
              now));
    }
    PermissionDecision decision =
        new PermissionDecision(
            Ids.next(),
            code,
            PermissionRules.VERSION + "/" + code + "." + purpose.version(),
            purpose.allowedWhenRestricted(),
            objection == null ? partnerRefusal : objection.code(),
            answers(people));
    if (decision.people().stream().anyMatch(PermissionDecision.Answer::permitted)) {
      callers.used(actor, code, today);
    }
    journal.keep(actor.controller(), people.size(), () -> Derivation.of(decision, people));
    return decision;
  }

  private static List<PermissionDecision.Answer> answers(List<Facts> people) {
    // A reason's sentence depends on purpose and recipient alone, which the batch shares.
    Map<ReasonCode, Words> sentences = new EnumMap<>(ReasonCode.class);
    return people.stream().map(facts -> answer(facts, sentences)).toList();
  }

  private static PermissionDecision.Answer answer(Facts facts, Map<ReasonCode, Words> sentences) {
    PermissionRules.Ruling ruling = PermissionRules.decide(facts);
    boolean consentCounts = PermissionRules.needsConsent(facts);
    Facts.Consent consent = facts.consent();
    Recipient recipient = facts.recipient();
    Verdict verdict = ruling.verdict();
    List<String> fields =
        switch (verdict) {
          case Verdict.Permit _ ->
              PermissionRules.necessaryFields(facts).stream()
                  .sorted()
                  .map(DataField::wire)
                  .toList();
          case Verdict.Refuse _ -> List.of();
        };
    String basis =
        switch (verdict) {
          case Verdict.Permit permit -> permit.basis().code();
          case Verdict.Refuse _ -> facts.purpose().basis().code();
        };
    return new PermissionDecision.Answer(
        facts.person().id(),
        verdict instanceof Verdict.Permit,
        ruling.rule().id(),
        basis,
        consentCounts && consent != null ? consent.id() : null,
        fields,
        sentences.computeIfAbsent(
            verdict.reason(),
            reason ->
                reason.sentence(
                    facts.purpose().words(), recipient == null ? "" : recipient.name())),
        verdict.reason());
  }

  /**
   * A consent as it counts now: its terms are compared with those of purpose and recipient in force
   * and with what the notice tells now.
   */
  private static Facts.@Nullable Consent consent(
      FactsReader.@Nullable StoredState stored,
      Purpose purpose,
      @Nullable Recipient recipient,
      Instant now) {
    if (stored == null) {
      return null;
    }
    boolean termsInForce =
        !stored.toldAnew()
            && stored.purposeTerms() == purpose.termsVersion()
            && stored.recipientTerms() == (recipient == null ? 0 : recipient.termsVersion());
    ConsentState state =
        stored.state() instanceof ConsentState.Given given
            ? given.asOf(now, termsInForce)
            : stored.state();
    return new Facts.Consent(stored.id(), state, stored.decidedAs(), stored.categories());
  }

  private static Set<DataField> fields(List<String> names) {
    Set<DataField> fields = EnumSet.noneOf(DataField.class);
    for (String name : names) {
      fields.add(
          DataField.find(name).orElseThrow(() -> new ProblemException(ProblemCode.FIELD_UNKNOWN)));
    }
    return fields;
  }
}
