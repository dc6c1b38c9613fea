package org.shouxin.consent.recipient;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** What an officer says after a check: a verdict on each clause, and where the papers are. */
record AgreementFindings(
    @NotNull LocalDate checkedOn,
    @NotNull @Size(max = 40) List<@NotNull @Valid Finding> findings,
    @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}") String evidence) {

  /** One clause and whether it is kept. */
  record Finding(@NotNull Clause clause, @NotNull Verdict verdict) {}

  /** Whether a clause is kept. */
  enum Verdict {
    KEPT,
    BREACHED
  }

  /** The clauses of one verdict, in the order of the law. */
  List<Clause> judged(Verdict verdict) {
    return findings.stream()
        .filter(finding -> finding.verdict() == verdict)
        .map(Finding::clause)
        .sorted()
        .toList();
  }

  /**
   * Refuses findings that do not judge each clause of the agreement exactly once, and days to come.
   *
   * @throws ProblemException AGREEMENT_CHECK_INVALID, naming every fault
   */
  void requireWhole(Set<Clause> clauses, LocalDate today) {
    List<Problem.Fault> faults = new ArrayList<>();
    if (checkedOn.isAfter(today)) {
      faults.add(new Problem.Fault("checkedOn", "DATE_FUTURE", "a check cannot lie in the future"));
    }
    List<Clause> judged = findings.stream().map(Finding::clause).toList();
    for (Clause clause : Clause.values()) {
      int times = Collections.frequency(judged, clause);
      if (times != (clauses.contains(clause) ? 1 : 0)) {
        faults.add(
            new Problem.Fault(
                "findings", clause.name(), "each clause of the agreement is judged exactly once"));
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(ProblemCode.AGREEMENT_CHECK_INVALID, null, faults);
    }
  }
}
