package org.shouxin.platform.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the list of blocks means for one token at one moment. */
class BlocksTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
  private static final Block.Subject WANG = new Block.Subject("ctl-donghai", "employee", "1024");

  @Test
  void aBlockStaysInForceHoweverOldTheListIs() {
    Blocks later = blocks(NOON.plus(Duration.ofDays(30)));
    later.put(1, List.of(new Block(WANG, "BLOCK", NOON, null)));
    assertThat(later.of(WANG, NOON.plusSeconds(60))).isEqualTo(new Standing.Out());
    assertThat(later.ageInSeconds()).isGreaterThan(30 * 86_400);
    later.confirm();
    assertThat(later.ageInSeconds()).isZero();
  }

  @Test
  void stepUpIsFulfilledByALaterSignInOnlyAndEndsByItself() {
    Blocks now = blocks(NOON.plusSeconds(60));
    now.put(1, List.of(new Block(WANG, "STEP_UP", NOON, NOON.plusSeconds(90))));
    assertThat(now.of(WANG, NOON)).isEqualTo(new Standing.StepUp());
    assertThat(now.of(WANG, null)).isEqualTo(new Standing.StepUp());
    assertThat(now.of(WANG, NOON.plusSeconds(1))).isEqualTo(new Standing.Open());
    Blocks after = blocks(NOON.plusSeconds(90));
    after.put(1, List.of(new Block(WANG, "STEP_UP", NOON, NOON.plusSeconds(90))));
    assertThat(after.of(WANG, null)).isEqualTo(new Standing.Open());
  }

  @Test
  void aNewListReplacesTheOldOneWhole() {
    Blocks blocks = blocks(NOON);
    blocks.put(1, List.of(new Block(WANG, "LOCK", NOON, null)));
    blocks.put(2, List.of());
    assertThat(blocks.of(WANG, null)).isEqualTo(new Standing.Open());
    assertThat(blocks.version()).isEqualTo(2);
  }

  private static Blocks blocks(Instant now) {
    return new Blocks(Clock.fixed(now, ZoneOffset.UTC), new SimpleMeterRegistry());
  }
}
