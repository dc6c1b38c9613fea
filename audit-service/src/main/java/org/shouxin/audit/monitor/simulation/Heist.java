package org.shouxin.audit.monitor.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.shouxin.audit.monitor.rule.ActorState;
import org.shouxin.audit.monitor.rule.Interception;
import org.shouxin.audit.monitor.rule.RuleSet;
import org.shouxin.platform.time.BusinessTime;

/**
 * One insider at work after months of honest days: at which record the score reached a block.
 *
 * @param blockedAt number of that record, from 1; the wanted number and one when never
 * @param gone records that had left when the block was in force, {@link #DELAY_SECONDS} later
 */
record Heist(Insider insider, int blockedAt, int gone) {
  /** From the entry to the refusal: measured well below, promised below two seconds. */
  static final double DELAY_SECONDS = 1;

  static Heist of(Insider insider, RuleSet rules, Random random) {
    Worker who =
        new Company(random)
            .add(
                insider.role().equals("partner") ? "partner" : "employee",
                "insider",
                insider.role(),
                insider.usual(),
                0.4,
                (int) (insider.usual() * 40));
    ActorState state = new ActorState();
    LocalDate day = NormalMonths.FIRST_DAY;
    for (int i = 0; i < 45; i++) {
      new HonestDay(random, who, day.plusDays(i))
          .play()
          .forEach(event -> state.observe(event, rules));
    }
    Instant start =
        day.plusDays(45)
            .atStartOfDay(BusinessTime.ZONE)
            .plusHours(insider.startsAtHour())
            .toInstant();
    for (int n = 0; n < insider.wanted(); n++) {
      Interception reached =
          state.observe(insider.record(who, start, n, random), rules).interception();
      if (reached.closesAccess()) {
        int gone = n + 1 + (int) (insider.perSecond() * DELAY_SECONDS);
        return new Heist(insider, n + 1, gone);
      }
    }
    return new Heist(insider, insider.wanted() + 1, insider.wanted());
  }
}
