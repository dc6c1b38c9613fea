package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.retention.Precedence.Facts;
import org.shouxin.audit.retention.Precedence.Outcome;
import org.shouxin.audit.retention.Precedence.Period;
import org.shouxin.audit.retention.Precedence.Ruling;

/** The whole table: every combination of facts (docs/retention.md). */
class PrecedenceTableTest {

  /** Hold over retention over erasure over purpose, said backwards: the strongest comes last. */
  @Test
  void holdGoesBeforeRetentionBeforeErasureBeforePurpose() {
    for (Facts facts : everything()) {
      Ruling expected =
          new Ruling(Precedence.PURPOSE, facts.purposeOver() ? Outcome.RESTRICT : Outcome.KEEP);
      if (facts.period() == Period.OVER) {
        expected = new Ruling(Precedence.PURPOSE, Outcome.DESTROY);
      }
      if (facts.erasureAsked()) {
        expected =
            new Ruling(Precedence.ERASURE, facts.evidence() ? Outcome.KEEP : Outcome.DESTROY);
      }
      Outcome stored =
          facts.purposeOver() || facts.erasureAsked() ? Outcome.RESTRICT : Outcome.KEEP;
      if (facts.period() == Period.STATUTORY) {
        expected = new Ruling(Precedence.RETENTION, stored);
      }
      if (facts.held()) {
        expected = new Ruling(Precedence.HOLD, stored);
      }
      assertThat(Precedence.decide(facts)).as(facts.toString()).isEqualTo(expected);
    }
  }

  private static List<Facts> everything() {
    List<Facts> all = new ArrayList<>();
    for (Period period : Period.values()) {
      for (int bits = 0; bits < 16; bits++) {
        all.add(
            new Facts((bits & 1) != 0, period, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0));
      }
    }
    return all;
  }
}
