package org.shouxin.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How fast one caller may ask. */
class CallRateTest {
  private static final SecurityIdentity HAIYUN = caller("partner-haiyun", "partner");
  private static final SecurityIdentity BEICHEN = caller("partner-beichen", "partner");
  private static final SecurityIdentity LI_LEI = caller("li.lei", "customer");

  private final Moment clock = new Moment();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CallRate rate = new CallRate(new Limits(1, 60, 5, 6, 1, 600, 10), clock, meters);

  private record Limits(
      int replicas,
      int partnerPerMinute,
      int partnerBurst,
      int narrowedPerMinute,
      int narrowedBurst,
      int personPerMinute,
      int personBurst)
      implements RateLimits {}

  @Test
  void aBurstPassesAndTheNextRequestWaits() {
    assertThat(passed(HAIYUN, 5)).isEqualTo(5);
    assertThat(rate.take(HAIYUN)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aThousandLookUpsInARowAreThrottledToTheAgreedRate() {
    int passed = 0;
    for (int i = 0; i < 1_000; i++) {
      passed += passed(HAIYUN, 1);
      clock.pass(Duration.ofMillis(60));
    }
    // 60 seconds at one a second, and the burst.
    assertThat(passed).isEqualTo(64);
    assertThat(meters.counter("shouxin.rate.limited", "caller", "partner").count()).isEqualTo(936);
  }

  @Test
  void replicasTogetherNeverGrantMoreThanIsAgreed() {
    List<CallRate> replicas =
        IntStream.range(0, 4)
            .mapToObj(replica -> new CallRate(new Limits(4, 60, 8, 6, 1, 600, 10), clock, meters))
            .toList();
    int passed = 0;
    for (int second = 0; second < 60; second++) {
      for (CallRate replica : replicas) {
        for (int i = 0; i < 10; i++) {
          passed += replica.take(HAIYUN).isZero() ? 1 : 0;
        }
      }
      clock.pass(Duration.ofSeconds(1));
    }
    // 60 a minute and the burst of 8, however the requests are spread; 4 of them fall due after the
    // end.
    assertThat(passed).isEqualTo(64);
  }

  @Test
  void aPartnerWhoseBehaviourIsUnusualIsSlowedAndAPersonIsNot() {
    assertThat(rate.take(HAIYUN, true)).isZero();
    assertThat(rate.take(HAIYUN, true)).isEqualTo(Duration.ofSeconds(10));
    assertThat(rate.take(LI_LEI, true)).isZero();
    assertThat(rate.take(LI_LEI, true)).isZero();
  }

  @Test
  void oncePausedACallerMayGoOn() {
    passed(HAIYUN, 6);
    clock.pass(Duration.ofSeconds(1));
    assertThat(passed(HAIYUN, 2)).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    assertThat(passed(HAIYUN, 9)).isEqualTo(5);
  }

  @Test
  void onePartnersHasteDoesNotSlowAnotherOrPeople() {
    passed(HAIYUN, 9);
    assertThat(passed(BEICHEN, 5)).isEqualTo(5);
    assertThat(passed(LI_LEI, 12)).isEqualTo(10);
  }

  private int passed(SecurityIdentity caller, int requests) {
    int passed = 0;
    for (int i = 0; i < requests; i++) {
      passed += rate.take(caller).isZero() ? 1 : 0;
    }
    return passed;
  }

  private static SecurityIdentity caller(String name, String role) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRole(role)
        .build();
  }

  private static final class Moment extends Clock {
    private Instant now = Instant.parse("2026-11-22T04:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
