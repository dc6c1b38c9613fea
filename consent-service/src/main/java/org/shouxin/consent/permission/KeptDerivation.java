package org.shouxin.consent.permission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.consent.purpose.Words;

/**
 * A derivation as it is stored: the rules and each reason's sentence stand once, however many
 * people were asked about. What was stored before this form is a bare {@link Derivation}.
 *
 * @param derivation people without rules and sentences
 * @param rules in the order they were asked
 * @param sentences by reason code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeptDerivation(Derivation derivation, List<Rule> rules, Map<String, Words> sentences) {

  /** A rule that was asked, and the law or requirement behind it. */
  record Rule(String id, String source) {}

  static KeptDerivation of(Derivation derivation) {
    List<Derivation.Step> longest = List.of();
    Map<String, Words> sentences = new TreeMap<>();
    List<Derivation.Of> people = new ArrayList<>(derivation.people().size());
    for (Derivation.Of of : derivation.people()) {
      longest = of.rules().size() > longest.size() ? of.rules() : longest;
      PermissionDecision.Answer answer = of.answer();
      if (answer.reasons() != null) {
        sentences.put(String.valueOf(answer.reasonCode()), answer.reasons());
      }
      people.add(of.with(List.of(), answer.with(null)));
    }
    return new KeptDerivation(
        derivation.with(people),
        longest.stream().map(step -> new Rule(step.rule(), step.source())).toList(),
        sentences);
  }

  /** The derivation as it was. */
  Derivation whole() {
    return derivation.with(derivation.people().stream().map(this::whole).toList());
  }

  private Derivation.Of whole(Derivation.Of of) {
    PermissionDecision.Answer answer = of.answer();
    String reason = String.valueOf(answer.reasonCode());
    List<Derivation.Step> steps = new ArrayList<>();
    for (Rule rule : rules) {
      boolean decided = rule.id().equals(answer.rule());
      String opinion = decided ? reason : Derivation.Step.NO_OBJECTION;
      steps.add(new Derivation.Step(rule.id(), rule.source(), opinion));
      if (decided) {
        break;
      }
    }
    return of.with(steps, answer.with(sentences.get(reason)));
  }
}
