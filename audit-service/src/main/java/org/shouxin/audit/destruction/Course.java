package org.shouxin.audit.destruction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouxin.platform.identity.ControllerId;

/** A plan with everything that was done about it; the state follows from the steps. */
public record Course(Plan plan, List<Step> steps) {

  /**
   * A plan as proposed.
   *
   * @param proposer employee number or service
   * @param dueOn the earliest due date of its items
   */
  public record Plan(
      ControllerId controllerId,
      UUID id,
      Cause cause,
      String proposer,
      Instant proposedAt,
      LocalDate dueOn) {}

  public Course {
    steps = List.copyOf(steps);
  }

  /** Where the plan stands. */
  public PlanState state() {
    PlanState state = new PlanState.Proposed();
    for (Step step : steps) {
      state = state.after(step.kind());
    }
    return state;
  }

  /** The newest step of a kind. */
  public Optional<Step> last(StepKind kind) {
    return steps.stream().filter(step -> step.kind() == kind).reduce((_, later) -> later);
  }

  /** The oldest step of a kind. */
  public Optional<Step> first(StepKind kind) {
    return steps.stream().filter(step -> step.kind() == kind).findFirst();
  }

  /** Root of the list as it is now. */
  public String scopeDigest() {
    return steps.getLast().scopeDigest();
  }

  /** Who wrote the list: the proposer and whoever changed it. */
  public Set<String> proposers() {
    return Stream.concat(Stream.of(plan.proposer()), actors(StepKind.CHANGED))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever started or resumed the execution. */
  public Set<String> executors() {
    return actors(StepKind.STARTED).collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever approved, also lists that have changed since. */
  public Set<String> approvers() {
    return actors(StepKind.APPROVED).collect(Collectors.toUnmodifiableSet());
  }

  /** The witness named at the newest start. */
  public Optional<String> witness() {
    return last(StepKind.STARTED).map(Step::detail);
  }

  /** Everybody who was named as a witness, of each start. */
  public Set<String> witnesses() {
    return steps.stream()
        .filter(step -> step.kind() == StepKind.STARTED)
        .map(Step::detail)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whoever reported the witness absent. */
  public Set<String> reporters() {
    return actors(StepKind.WITNESS_ABSENT).collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> actors(StepKind kind) {
    return steps.stream().filter(step -> step.kind() == kind).map(Step::actorId);
  }
}
