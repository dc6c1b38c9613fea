package org.shouxin.system.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.shouxin.cluster.Main;
import org.shouxin.system.Project;

/** A node with what every service needs around it: database, issuer, secrets, images. */
final class ImageBed implements AutoCloseable {
  private static final Map<String, String> ROLES =
      Map.of(
          "consent", "consent-service/database-password",
          "consent_owner", "consent-service/migration-password",
          "records", "records-service/database-password",
          "records_owner", "records-service/migration-password",
          "keys", "records-service/keys-database-password",
          "keys_owner", "records-service/keys-migration-password",
          "audit", "audit-service/database-password",
          "audit_owner", "audit-service/migration-password");

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long PAUSE_MILLIS = 200;
  private final ClusterNode node;
  private final Manifests base;
  private final Path folder;
  private final Map<String, OciImage> unpacked = new HashMap<>();

  private ImageBed(ClusterNode node, Manifests base, Path folder) {
    this.node = node;
    this.base = base;
    this.folder = folder;
  }

  static ImageBed prepare(Path folder) throws Exception {
    Path secrets = folder.resolve("secrets");
    System.setProperty("shouxin.project", Project.folder().toString());
    assertThat(Main.run("images", "--out", folder.resolve("images").toString())).isZero();
    assertThat(
            Main.run(
                "secrets",
                secrets.toString(),
                "--controller",
                "ctl-donghai",
                "--origin",
                "audit.example.com/tlog"))
        .isZero();
    NodeCertificate certificate = NodeCertificate.make(folder.resolve("certificate"));
    Files.createDirectories(secrets.resolve("shouxin-trust"));
    Files.copy(certificate.certificate(), secrets.resolve("shouxin-trust/ca.crt"));
    Path shown = Files.createDirectories(secrets.resolve("audit-service-tls"));
    Files.copy(certificate.certificate(), shown.resolve("ca.crt"));
    Files.copy(certificate.certificate(), shown.resolve("tls.crt"));
    Files.copy(certificate.key(), shown.resolve("tls.key"));
    DatabaseStandIn database = new DatabaseStandIn(folder);
    database.setUp(certificate, passwords(secrets));
    ClusterNode node = ClusterNode.start(folder.resolve("node"));
    database.start(node);
    ImageBed bed = new ImageBed(node, Manifests.render("k8s/base"), folder);
    bed.startIssuer(8443);
    return bed;
  }

  /** An issuer at a port; the one of the manifests is there from the beginning. */
  Process startIssuer(int port) throws IOException {
    return node.run(
        "issuer.log",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-cp",
            System.getProperty("java.class.path"),
            IssuerStandIn.class.getName(),
            folder.resolve("certificate/store.p12").toString(),
            Integer.toString(port)));
  }

  private static List<String> passwords(Path secrets) throws IOException {
    List<String> statements = new ArrayList<>();
    for (Map.Entry<String, String> role : ROLES.entrySet()) {
      String password = Files.readString(secrets.resolve(role.getValue()));
      statements.add("alter role " + role.getKey() + " password '" + password + "';");
    }
    return statements;
  }

  Path images() {
    return folder.resolve("images");
  }

  ClusterNode node() {
    return node;
  }

  Pod pod(String service) {
    return new Pod(node, base, service, folder.resolve("secrets"));
  }

  /** A pod of what another folder of k8s renders. */
  Pod pod(String service, Manifests rendered) {
    return new Pod(node, rendered, service, folder.resolve("secrets"));
  }

  /** Status and body of a GET by TLS, with the cluster's certificate shown or not. */
  String getByTls(String address, boolean showing) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + node.folder().resolve("hosts"),
                "-cp",
                System.getProperty("java.class.path"),
                TlsCaller.class.getName(),
                folder.resolve("certificate/store.p12").toString(),
                address));
    if (showing) {
      command.add("certificate");
    }
    return node.ask(command.toArray(String[]::new));
  }

  /** Its files, unpacked once: pods cannot write there, as their manifests say. */
  synchronized OciImage image(String service) throws IOException {
    OciImage known = unpacked.get(service);
    if (known == null) {
      known =
          OciImage.unpack(
              images().resolve(service + ".tar"),
              Files.createDirectories(folder.resolve("unpacked-" + service)));
      unpacked.put(service, known);
    }
    return known;
  }

  /**
   * Starts the pod and waits until it says that it is ready. One that ends is started again, as a
   * kubelet does: on a busy machine the issuer's answer may come too late.
   */
  Process startReady(Pod pod, OciImage image) throws IOException, InterruptedException {
    return startUntil(pod, image, Map.of(), () -> ready(pod).contains("200 OK"));
  }

  /** Like {@link #startReady} until its log has this line. */
  Process startUntilItSays(Pod pod, OciImage image, Map<String, String> wrong, String line)
      throws IOException, InterruptedException {
    return startUntil(pod, image, wrong, () -> log(pod).contains(line));
  }

  private Process startUntil(
      Pod pod, OciImage image, Map<String, String> instead, BooleanSupplier reached)
      throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    Process process = pod.start(image, instead);
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).as(() -> log(pod)).isBefore(deadline);
      if (!process.isAlive()) {
        process = pod.start(image, instead);
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    return process;
  }

  /** Waits until a pod that was not ready is. */
  void awaitReady(Pod pod) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!ready(pod).contains("200 OK")) {
      assertThat(Instant.now()).as(() -> log(pod)).isBefore(deadline);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Waits until the pod's log has what is expected of it. */
  void awaitLine(Pod pod, String line) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!log(pod).contains(line)) {
      assertThat(Instant.now()).as(() -> log(pod)).isBefore(deadline);
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  String ready(Pod pod) {
    try {
      return pod.probe("readinessProbe");
    } catch (IOException | InterruptedException unanswered) {
      return unanswered.toString();
    }
  }

  String log(Pod pod) {
    try {
      return pod.log();
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  /** A pod's own processes are asked to end, not what holds them; an issuer is one process. */
  static void end(Process process) throws InterruptedException {
    List<ProcessHandle> inside = process.descendants().toList();
    inside.forEach(ProcessHandle::destroy);
    if (inside.isEmpty()) {
      process.destroy();
    }
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
