package org.shouxin.records.transfer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/**
 * Everything that decides about the gates of a transfer; pure, so that every combination can be
 * tested.
 *
 * @param evidence who recorded evidence or approval for a gate
 * @param noticeLanguages languages in which the notice is published
 * @param people in scope, told, unreachable after all attempts, objecting
 * @param lastNoticeAt when the last person was told or given up
 * @param keysRotatedAt when no data key of the seller was left under a key-encryption key of before
 *     the cut-over
 */
record TransferFacts(
    DealDuty duty,
    LocalDate cutOverOn,
    Map<Gate, Set<String>> evidence,
    Set<String> noticeLanguages,
    People people,
    @Nullable Instant lastNoticeAt,
    @Nullable Instant keysRotatedAt,
    Instant now) {

  /** Counts of people. */
  public record People(long inScope, long told, long unreachable, long objecting) {
    long open() {
      return inScope - told - unreachable;
    }
  }

  /** A gate as it stands now. */
  record GateStatus(Gate gate, boolean met, String detail) {}

  GateStatus status(Gate gate) {
    return switch (gate.kind()) {
      case EVIDENCE, PROVED -> approvals(gate, 1);
      case TWO_APPROVALS -> approvals(gate, 2);
      case COMPUTED -> computed(gate);
    };
  }

  private GateStatus approvals(Gate gate, int needed) {
    int found = evidence.getOrDefault(gate, Set.of()).size();
    return new GateStatus(gate, found >= needed, found + " of " + needed);
  }

  private GateStatus computed(Gate gate) {
    if (!duty.noticeRequired() && gate != Gate.CUT_OVER_DAY_REACHED) {
      return new GateStatus(gate, true, "not required for " + duty.dealType());
    }
    return switch (gate) {
      case NOTICE_PUBLISHED ->
          new GateStatus(
              gate, noticeLanguages.size() == 2, noticeLanguages.size() + " of 2 languages");
      case NOTICES_DELIVERED ->
          new GateStatus(
              gate,
              people.open() == 0,
              people.told()
                  + " told, "
                  + people.unreachable()
                  + " unreachable, "
                  + people.open()
                  + " open, of "
                  + people.inScope());
      case OBJECTION_PERIOD_OVER -> objectionPeriod(gate);
      case CUT_OVER_DAY_REACHED -> {
        boolean reached = !LocalDate.ofInstant(now, BusinessTime.ZONE).isBefore(cutOverOn);
        yield new GateStatus(gate, reached, "cut-over on " + cutOverOn);
      }
      case KEYS_ROTATED -> {
        Instant rotated = keysRotatedAt;
        yield new GateStatus(
            gate,
            rotated != null,
            rotated == null
                ? "the seller's key-encryption key is that of the cut-over"
                : "rotated on " + LocalDate.ofInstant(rotated, BusinessTime.ZONE));
      }
      default -> throw new IllegalStateException(gate + " is not computed");
    };
  }

  private GateStatus objectionPeriod(Gate gate) {
    Optional<LocalDate> end = objectionEndsOn();
    boolean over =
        end.isPresent() && LocalDate.ofInstant(now, BusinessTime.ZONE).isAfter(end.get());
    return new GateStatus(
        gate,
        over,
        end.map(day -> "objections until " + day + ", " + people.objecting() + " so far")
            .orElse("nobody was told yet"));
  }

  /** The last day on which a person may object; until 24:00 in Shanghai. */
  Optional<LocalDate> objectionEndsOn() {
    Instant told = lastNoticeAt;
    return told == null
        ? Optional.empty()
        : Optional.of(LocalDate.ofInstant(told, BusinessTime.ZONE).plusDays(duty.objectionDays()));
  }

  /**
   * Lets a transfer leave its stage.
   *
   * @throws ProblemException {@code TRANSFER_GATES_UNMET} naming every unmet gate with its numbers
   */
  void requireMet(Stage stage) {
    requireMet(stage.gates());
  }

  /** As {@link #requireMet(Stage)} for some of its gates. */
  void requireMet(List<Gate> gates) {
    List<Problem.Fault> unmet =
        gates.stream()
            .map(this::status)
            .filter(status -> !status.met())
            .map(status -> new Problem.Fault(status.gate().name(), "GATE_UNMET", status.detail()))
            .toList();
    if (!unmet.isEmpty()) {
      throw new ProblemException(
          ProblemCode.TRANSFER_GATES_UNMET,
          String.join(
              "; ", unmet.stream().map(gate -> gate.field() + ": " + gate.message()).toList()),
          unmet);
    }
  }
}
