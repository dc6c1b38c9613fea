package org.shouxin.audit.monitor;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouxin.audit.monitor.rule.Contribution;

/**
 * An alert as reviewers see it.
 *
 * @param interception WARN, STEP_UP, BLOCK or LOCK
 * @param state OPEN, CONFIRMED or LIFTED
 * @param logIndex the entry of the log at which the score took this step
 */
public record AlertView(
    UUID id,
    String actorKind,
    String actorId,
    String role,
    String interception,
    double score,
    List<Reason> reasons,
    String ruleVersion,
    long logIndex,
    Instant raisedAt,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String reason) {

  /** What one rule added, with the actor's own limits at that time. */
  public record Reason(
      String signal,
      double measured,
      double soft,
      double hard,
      double points,
      String zh,
      String en) {
    static Reason of(Contribution part) {
      SignalWords words = SignalWords.of(part);
      return new Reason(
          part.signal().name(),
          part.measured(),
          part.soft(),
          part.hard(),
          part.points(),
          words.zh(),
          words.en());
    }
  }

  static AlertView of(Alert alert) {
    return switch (alert.state()) {
      case AlertState.Open() -> view(alert, "OPEN", null, null, null);
      case AlertState.Confirmed(String by, Instant at, String reason) ->
          view(alert, "CONFIRMED", by, at, reason);
      case AlertState.Lifted(String by, Instant at, String reason) ->
          view(alert, "LIFTED", by, at, reason);
    };
  }

  private static AlertView view(
      Alert alert,
      String state,
      @Nullable String by,
      @Nullable Instant at,
      @Nullable String reason) {
    return new AlertView(
        alert.id(),
        alert.actor().kind(),
        alert.actor().id(),
        alert.role(),
        alert.interception().label(),
        alert.score(),
        alert.contributions().stream().map(Reason::of).toList(),
        alert.ruleVersion(),
        alert.logIndex(),
        alert.raisedAt(),
        state,
        by,
        at,
        reason);
  }
}
