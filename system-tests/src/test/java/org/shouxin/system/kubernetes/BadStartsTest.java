package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.system.Project;

/**
 * Whatever is wrong at a start, the pod says it in one line and does not become ready (issue 10,
 * bad input); docs/operations.md has each line.
 */
@ExtendWith(OneImageBed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadStartsTest {
  private static final String TO = "jdbc:postgresql://shouxin-rw:5432/";
  private static final String TLS = "?sslmode=verify-full&sslrootcert=/etc/shouxin/trust/ca.crt";

  private static final String NO_ISSUER =
      "the issuer does not answer, so this replica is not ready: ";

  private final ImageBed bed;
  private final Map<BadStart, CompletableFuture<Void>> outcomes = new HashMap<>();

  BadStartsTest(ImageBed bed) {
    this.bed = bed;
  }

  /** Two at a time: none gets far enough to be in another's way. */
  @BeforeAll
  void startAll() {
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      badStarts()
          .forEach(
              bad -> outcomes.put(bad, CompletableFuture.runAsync(() -> requireRefused(bad), two)));
    }
  }

  private void requireRefused(BadStart bad) {
    Pod pod = bed.pod(bad.service());
    try {
      Process process =
          bed.startUntilItSays(pod, bed.image(bad.service()), bad.wrong(), bad.line());
      assertThat(bed.ready(pod)).doesNotContain("200 OK");
      ImageBed.end(process);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** A service that is told something wrong, and the line that says so. */
  record BadStart(String service, Map<String, String> wrong, String line) {}

  static Stream<BadStart> badStarts() {
    return Stream.of(
        new BadStart(
            "consent-service",
            Map.of("SHOUXIN_PAGING_CURSOR_KEY", ""),
            "start refused: shouxin.paging.cursor-key: is not set"),
        new BadStart(
            "records-service",
            Map.of("SHOUXIN_VAULT_KEYSET_DIR", "/nowhere"),
            "start refused: shouxin.vault.keyset-dir: is not a readable folder"),
        new BadStart(
            "consent-service",
            Map.of("SHOUXIN_CONSENT_RECIEPT_SIGNING_KEY", "misspelt"),
            "is not a key of this service"),
        new BadStart(
            "consent-service",
            Map.of("SHOUXIN_TRACING_SAMPLED", "2"),
            "start refused: shouxin.tracing.sampled: must be from 0 to 1"),
        new BadStart(
            "consent-service",
            Map.of("QUARKUS_DATASOURCE_PASSWORD", "another"),
            "password authentication failed for user"),
        new BadStart(
            "consent-service",
            Map.of("QUARKUS_DATASOURCE_JDBC_URL", TO + "records" + TLS),
            "permission denied for database"),
        new BadStart(
            "consent-service",
            Map.of("QUARKUS_DATASOURCE_JDBC_URL", TO + "half" + TLS),
            "the disk is full"));
  }

  @ParameterizedTest
  @MethodSource("badStarts")
  void aBadStartSaysWhyInOneLineAndIsNeverReady(BadStart bad) {
    assertThat(outcomes.get(bad)).isCompleted();
  }

  @Test
  void aPodThatNeverMetItsIssuerSaysSoOnceAndIsReadyWhenItDoes() throws Exception {
    Pod pod = bed.pod("consent-service");
    Process process =
        pod.start(
            bed.image("consent-service"),
            Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                "https://keycloak.shouxin.svc:9443/realms/shouxin"));
    try {
      bed.awaitLine(pod, "started in");
      for (int looks = 0; looks < 3; looks++) {
        assertThat(bed.ready(pod)).contains("503").contains("\"reason\": \"not met yet\"");
      }
      assertThat(bed.log(pod)).containsOnlyOnce(NO_ISSUER);
      Process issuer = bed.startIssuer(9443);
      bed.awaitReady(pod);
      bed.awaitLine(pod, "the issuer answers");
      ImageBed.end(issuer);
      assertThat(bed.ready(pod)).as("its keys are kept").contains("200 OK");
    } finally {
      ImageBed.end(process);
    }
  }

  @Test
  void ofTwoSequencersOneWaitsSaysSoAndTakesOverWhenTheOtherEnds() throws Exception {
    Pod first = bed.pod("audit-service");
    Process leading = bed.startReady(first, bed.image("audit-service"));
    Pod second = bed.pod("audit-service");
    Process waiting = second.start(bed.image("audit-service"), Map.of("QUARKUS_HTTP_PORT", "9083"));
    try {
      bed.awaitLine(second, "another replica sequences the log; this one waits and is not ready");
      assertThat(bed.node().get(9083, "/q/health/ready"))
          .contains("503")
          .contains("\"leading\": false");
      assertThat(bed.ready(first)).contains("200 OK");
      ImageBed.end(leading);
      bed.awaitLine(second, "this replica sequences the log");
    } finally {
      ImageBed.end(waiting);
      ImageBed.end(leading);
    }
  }

  @Test
  void theRunbookHasEveryLine() {
    String runbook = Project.read("docs/operations.md");
    assertThat(badStarts().map(BadStart::line))
        .allSatisfy(line ->
            assertThat(runbook)
                .contains(line.startsWith("start refused") ? "start refused: KEY" : line));
    assertThat(runbook)
        .contains(NO_ISSUER)
        .contains("another replica sequences the log; this one waits and is not ready")
        .contains("audit events cannot be stored, nobody reads until they can: REASON");
  }
}
