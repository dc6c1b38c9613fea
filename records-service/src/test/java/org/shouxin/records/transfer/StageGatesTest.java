package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageGatesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
  private static final DealDuty MERGER =
      new DealDuty(DealType.MERGER, true, DealDuty.Consent.OBJECTION, 30);
  private static final DealDuty EQUITY =
      new DealDuty(DealType.EQUITY, false, DealDuty.Consent.NONE, 0);

  @Test
  void theStagesFollowOneAnotherInOneOrderOnly() {
    assertThat(Stage.ORDER.stream().map(Stage::label))
        .containsExactly(
            "PREPARE", "DUE_DILIGENCE", "SIGNED", "NOTICE", "CUT_OVER", "RECONCILE", "CLOSE");
    assertThat(new Stage.Signed().next()).contains(new Stage.Notice());
    assertThat(new Stage.Close().next()).isEmpty();
  }

  @Test
  void oneUntoldPersonKeepsTheNoticeGateShut() {
    TransferFacts facts = facts(MERGER, new TransferFacts.People(3_000, 2_990, 9, 4), NOW);
    assertThat(facts.status(Gate.NOTICES_DELIVERED))
        .isEqualTo(
            new TransferFacts.GateStatus(
                Gate.NOTICES_DELIVERED, false, "2990 told, 9 unreachable, 1 open, of 3000"));
  }

  @Test
  void objectionsAreAcceptedUntilTheEndOfTheThirtiethDay() {
    Instant told = Instant.parse("2026-10-23T04:00:00Z");
    TransferFacts lastDay = facts(MERGER, new TransferFacts.People(1, 1, 0, 0), told);
    assertThat(lastDay.objectionEndsOn()).contains(LocalDate.of(2026, 11, 22));
    assertThat(lastDay.status(Gate.OBJECTION_PERIOD_OVER).met()).isFalse();
    TransferFacts dayAfter =
        facts(MERGER, new TransferFacts.People(1, 1, 0, 0), told.minusSeconds(86_400));
    assertThat(dayAfter.status(Gate.OBJECTION_PERIOD_OVER).met()).isTrue();
  }

  @Test
  void onePersonCannotGiveBothApprovalsOfThePackage() {
    assertThat(with(Map.of(Gate.PACKAGE_APPROVED, Set.of("2001"))).status(Gate.PACKAGE_APPROVED))
        .isEqualTo(new TransferFacts.GateStatus(Gate.PACKAGE_APPROVED, false, "1 of 2"));
    assertThat(
            with(Map.of(Gate.PACKAGE_APPROVED, Set.of("2001", "2002")))
                .status(Gate.PACKAGE_APPROVED)
                .met())
        .isTrue();
  }

  @Test
  void anEquityDealNeedsNoNoticeSinceTheControllerStays() {
    TransferFacts facts = facts(EQUITY, new TransferFacts.People(3_000, 0, 0, 0), null);
    for (Gate gate :
        List.of(Gate.NOTICE_PUBLISHED, Gate.NOTICES_DELIVERED, Gate.OBJECTION_PERIOD_OVER)) {
      assertThat(facts.status(gate).met()).isTrue();
    }
    assertThat(facts.status(Gate.CUT_OVER_DAY_REACHED).met()).isFalse();
  }

  private static TransferFacts facts(
      DealDuty duty, TransferFacts.People people, @Nullable Instant told) {
    return new TransferFacts(
        duty, LocalDate.of(2026, 12, 31), Map.of(), Set.of("zh-CN", "en"), people, told, null, NOW);
  }

  private static TransferFacts with(Map<Gate, Set<String>> evidence) {
    return new TransferFacts(
        MERGER,
        LocalDate.of(2026, 12, 31),
        evidence,
        Set.of(),
        new TransferFacts.People(0, 0, 0, 0),
        null,
        null,
        NOW);
  }
}
