package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.cluster.Main;
import org.shouxin.system.Project;

/**
 * The images are the same bytes each time, and each service becomes ready from exactly its image's
 * files with the user, the read-only root, the volumes and the environment of its manifest.
 */
@ExtendWith(OneImageBed.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImagesRunTest {
  private static final Set<String> SCRAPED = new TreeSet<>();

  private final ImageBed bed;

  ImagesRunTest(ImageBed bed) {
    this.bed = bed;
  }

  static List<String> services() {
    return Project.SERVICES;
  }

  @Test
  void twoBuildsGiveOneDigest(@TempDir Path folder) throws Exception {
    Path again = folder.resolve("again");
    assertThat(Main.run("images", "gateway", "--out", again.toString())).isZero();
    assertThat(Files.readString(again.resolve("gateway.digest")))
        .startsWith("sha256:")
        .isEqualTo(Files.readString(bed.images().resolve("gateway.digest")));
    assertThat(again.resolve("gateway.tar"))
        .hasSameBinaryContentAs(bed.images().resolve("gateway.tar"));
  }

  @ParameterizedTest
  @MethodSource("services")
  void theServiceIsReadyFromItsImageUnderItsManifest(String service) throws Exception {
    Pod pod = bed.pod(service);
    OciImage image = bed.image(service);
    assertThat(image.user()).isEqualTo("10001:10001");
    assertThat(image.entrypoint()).contains("-XX:+UseCompactObjectHeaders");
    Process process = bed.startReady(pod, image);
    try {
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(pod.probe(probe)).as(probe).contains("200 OK").contains("\"status\": \"UP\"");
      }
      bed.node().get(pod.port(), "/v1/nothing");
      SCRAPED.addAll(Metrics.names(bed.node().get(pod.port(), "/q/metrics")));
    } finally {
      ImageBed.end(process);
    }
  }

  /** Runs after the services, whose metrics it compares with. */
  @Test
  @Order(Integer.MAX_VALUE)
  void everyMetricOfAnAlertOrDashboardIsOneThatAServiceHas() {
    assertThat(Metrics.used()).hasSizeGreaterThan(25);
    assertThat(SCRAPED).containsAll(Metrics.used());
  }

  @Test
  void betweenServicesWhoShowsNoCertificateGetsHealthAndThePublicLogOnly() throws Exception {
    Pod pod = bed.pod("audit-service", Manifests.render("k8s/overlays/production"));
    Process process = pod.start(bed.image("audit-service"), Map.of());
    String address = "https://audit-service:8083";
    try {
      bed.awaitLine(pod, "started in");
      assertThat(bed.getByTls(address + "/q/health/live", false)).startsWith("200");
      assertThat(bed.getByTls(address + "/tlog/vkey", false)).startsWith("200");
      assertThat(bed.getByTls(address + "/v1/events", false))
          .startsWith("403")
          .contains("PEER_UNKNOWN");
      assertThat(bed.getByTls(address + "/v1/events", true))
          .matches("(?s)(401|404|405) .*")
          .doesNotContain("PEER_UNKNOWN");
    } finally {
      ImageBed.end(process);
    }
  }
}
