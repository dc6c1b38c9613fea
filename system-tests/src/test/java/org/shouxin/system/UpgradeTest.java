package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Installation;

/**
 * A rolling upgrade under load: pods of both versions on one database, the log handed over and
 * back. The older version is this build over a schema that went further (NextSchema, D-102).
 */
@SystemTest
class UpgradeTest {
  private static final String PARTNER = "partner-haiyun";
  private static final int ENOUGH = 40;

  /** What Prometheus asks for as the ServiceMonitors tell it to. */
  private static final String SCRAPER =
      "application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1";

  private final RunningSystem system;

  UpgradeTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void podsOfTwoVersionsServeOneDatabaseAndTheLogGoesOnAsOne() throws IOException, SQLException {
    DemoCustomer lilei = system.customer("li.lei");
    lilei.withdrawAll("P-12", PARTNER);
    SignedCheckpoint before = system.log().checkpoint();
    String key = system.log().verifierKey();
    String consent = lilei.giveConsent("P-12", PARTNER).path("id").asText();
    Load older = Load.start(system.caller(PARTNER), lilei.id());
    Load newer = Load.idle();
    try (NextSchema schema = NextSchema.of(system.installation());
        NextVersion next = NextVersion.beside(system)) {
      older.awaitAnswered(ENOUGH);
      assertThat(schema.expand()).isGreaterThan(100);
      older.awaitAnswered(older.answered().size() + ENOUGH);

      startAll(next);
      newer = Load.start(next.caller(PARTNER), lilei.id());
      newer.awaitAnswered(ENOUGH);

      handTheLogOverAndBack(next, key);
      older.awaitAnswered(older.answered().size() + ENOUGH);
      newer.awaitAnswered(newer.answered().size() + ENOUGH);
      assertThat(scraped(next))
          .as("a traced request leaves its trace beside the bucket of its time")
          .containsPattern(
              "http_server_requests_seconds_bucket\\{.* # \\{[^}]*trace_id=\"[0-9a-f]{32}\"");

      new DemoCustomer(next.caller("li.lei"), lilei.id()).withdraw(consent);
      older.stop();
      newer.stop();
      Answer refused = system.caller(PARTNER).ask(Load.READ, Map.of("id", lilei.id()));
      assertThat(refused.data("customer").isNull()).as(refused.body()).isTrue();
    } finally {
      older.stop();
      newer.stop();
    }
    Load also = newer;
    Eventually.passes(() ->
        assertThat(
                AuditPathTest.decisionsOf(
                    system.log().verifiedEntriesSince(before), "data.provided"))
            .doesNotHaveDuplicates()
            .containsAll(older.answered())
            .containsAll(also.answered()));
    AuditPathTest.assertEachEventOnceAndEachSourceInOrder(system.log().verifiedEntries());
    assertThat(system.log().verifierKey()).isEqualTo(key);
  }

  /** The newer audit-service waits, since the older sequences the log. */
  private static void startAll(NextVersion next) throws IOException {
    for (Component service : Component.services()) {
      next.start(service, Map.of("shouxin.tracing.sampled", "1"));
    }
    for (Component service : List.of(Component.CONSENT, Component.RECORDS, Component.GATEWAY)) {
      next.awaitReady(service);
    }
    Eventually.passes(() ->
        assertThat(next.said(Component.AUDIT))
            .contains("another replica sequences the log; this one waits and is not ready"));
    assertThat(next.isReady(Component.AUDIT)).isFalse();
  }

  /**
   * audit-service is one pod: the newer takes over, and the older comes back (roll-back). Meanwhile
   * pods of the older version that were moved meet a schema newer than their own.
   */
  private void handTheLogOverAndBack(NextVersion next, String key) throws IOException {
    Installation installation = system.installation();
    SignedCheckpoint handed = system.log().checkpoint();
    installation.stop(Component.AUDIT);
    next.awaitReady(Component.AUDIT);
    assertThat(next.log().verifierKey()).isEqualTo(key);
    // Ready is who sequences; what it publishes is as new as its last look at the log.
    Eventually.passes(
        () -> assertThat(next.log().checkpoint().size()).isGreaterThanOrEqualTo(handed.size()));
    assertThat(next.log().verifiedEntriesSince(handed))
        .hasSizeGreaterThanOrEqualTo((int) handed.size());

    next.stop(Component.AUDIT);
    List<Component> moved = List.of(Component.AUDIT, Component.CONSENT, Component.RECORDS);
    moved.stream().filter(one -> one != Component.AUDIT).forEach(installation::stop);
    SideBySide.each(moved, installation::startAgain);
  }

  private static String scraped(NextVersion next) {
    return Caller.send(
            HttpRequest.newBuilder(next.url(Component.RECORDS).resolve("/q/metrics"))
                .header("Accept", SCRAPER)
                .GET()
                .build())
        .body();
  }
}
