package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.system.Project;

/**
 * Whatever is wrong at a start, the pod says it in one line and does not become ready (issue 10,
 * bad input); docs/operations.md has each line.
 */
@ExtendWith(OneImageBed.class)
class BadStartsTest {
  private static final String TO = "jdbc:postgresql://shouxin-rw:5432/";
  private static final String TLS = "?sslmode=verify-full&sslrootcert=/etc/shouxin/trust/ca.crt";

  private final ImageBed bed;

  BadStartsTest(ImageBed bed) {
    this.bed = bed;
  }

  static Stream<Arguments> badStarts() {
    return Stream.of(
        arguments(
            "consent-service",
            Map.of("SHOUXIN_PAGING_CURSOR_KEY", ""),
            "start refused: shouxin.paging.cursor-key: is not set"),
        arguments(
            "records-service",
            Map.of("SHOUXIN_VAULT_KEYSET_DIR", "/nowhere"),
            "start refused: shouxin.vault.keyset-dir: is not a readable folder"),
        arguments(
            "consent-service",
            Map.of("SHOUXIN_CONSENT_RECIEPT_SIGNING_KEY", "misspelt"),
            "is not a key of this service"),
        arguments(
            "consent-service",
            Map.of("SHOUXIN_TRACING_SAMPLED", "2"),
            "start refused: shouxin.tracing.sampled: must be from 0 to 1"),
        arguments(
            "consent-service",
            Map.of("QUARKUS_DATASOURCE_PASSWORD", "another"),
            "password authentication failed for user"),
        arguments(
            "consent-service",
            Map.of("QUARKUS_DATASOURCE_JDBC_URL", TO + "records" + TLS),
            "permission denied for database"),
        arguments(
            "consent-service",
            Map.of("QUARKUS_DATASOURCE_JDBC_URL", TO + "half" + TLS),
            "the disk is full"));
  }

  @ParameterizedTest
  @MethodSource("badStarts")
  void aBadStartSaysWhyInOneLineAndIsNeverReady(
      String service, Map<String, String> wrong, String line) throws Exception {
    Pod pod = bed.pod(service);
    Process process = pod.start(bed.image(service), wrong);
    try {
      bed.awaitLine(pod, line);
      assertThat(bed.ready(pod)).doesNotContain("200 OK");
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
    assertThat(badStarts().map(one -> String.valueOf(one.get()[2])))
        .allSatisfy(line ->
            assertThat(runbook)
                .contains(line.startsWith("start refused") ? "start refused: KEY" : line));
    assertThat(runbook)
        .contains("another replica sequences the log; this one waits and is not ready")
        .contains("audit events cannot be stored, nobody reads until they can: REASON");
  }
}
