package org.shouxin.system.kubernetes;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine of a cluster as far as a pod notices: a network of its own in which every name of the
 * manifests is this machine, so that services listen on and ask for exactly what the manifests say.
 * Where the tests are not run by root, as a kubelet is, it has users of its own, too: then pods
 * have one user, who is nobody outside.
 */
final class ClusterNode implements AutoCloseable {
  static final List<String> NAMES =
      List.of(
          "localhost",
          "shouxin-rw",
          "shouxin-keys-rw",
          "keycloak.shouxin.svc",
          "gateway",
          "consent-service",
          "records-service",
          "audit-service");

  /** Whether pods can have the user that their manifest names. */
  static final boolean BY_ROOT = "root".equals(System.getProperty("user.name"));

  private final Path folder;
  private final Process network;
  private final List<Process> processes = new CopyOnWriteArrayList<>();

  private ClusterNode(Path folder, Process network) {
    this.folder = folder;
    this.network = network;
  }

  static ClusterNode start(Path folder) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("hosts"), "127.0.0.1 " + String.join(" ", NAMES) + "\n");
    List<String> command = new ArrayList<>(List.of("unshare"));
    if (!BY_ROOT) {
      command.addAll(List.of("--user", "--map-root-user"));
    }
    command.addAll(List.of("--net", "sh", "-c", "ip link set lo up && exec sleep 3600"));
    Process network =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("network.log").toFile())
            .start();
    ClusterNode node = new ClusterNode(folder, network);
    // Also when the test run itself is ended.
    Runtime.getRuntime().addShutdownHook(new Thread(node::close));
    for (int tries = 0; !node.ask("sh", "-c", "ip link show lo").contains("UP"); tries++) {
      if (tries > 100) {
        throw new IOException(
            "no network of its own: " + Files.readString(folder.resolve("network.log")));
      }
      Thread.sleep(50);
    }
    return node;
  }

  Path folder() {
    return folder;
  }

  /** A process inside the network with its output added to a file, ended with the machine. */
  Process run(String log, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(inside(command))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()))
            .start();
    processes.add(process);
    return process;
  }

  /** What a short command inside the network says. */
  String ask(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(inside(List.of(command))).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    process.waitFor(20, TimeUnit.SECONDS);
    return said;
  }

  /** The answer to a GET of an address of this machine; empty when nobody answers. */
  String get(int port, String path, String... headers) throws IOException, InterruptedException {
    String more = Stream.of(headers).map(header -> header + "\\r\\n").collect(joining());
    String request =
        "exec 3<>/dev/tcp/127.0.0.1/%d && printf 'GET %s HTTP/1.0\\r\\nHost: localhost\\r\\n%s\\r\\n' >&3 && cat <&3"
            .formatted(port, path, more);
    String said = ask("timeout", "10", "bash", "-c", request);
    return said.startsWith("HTTP/") ? said : "";
  }

  private List<String> inside(List<String> command) {
    String namespaces = "/proc/" + network.pid() + "/ns/";
    List<String> inside = new ArrayList<>(List.of("nsenter"));
    if (!BY_ROOT) {
      inside.addAll(List.of("--user=" + namespaces + "user", "--preserve-credentials"));
    }
    inside.addAll(List.of("--net=" + namespaces + "net", "--"));
    inside.addAll(command);
    return inside;
  }

  @Override
  public void close() {
    for (Process process : processes.reversed()) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
    for (Process process : processes) {
      try {
        if (!process.waitFor(15, TimeUnit.SECONDS)) {
          process.descendants().forEach(ProcessHandle::destroyForcibly);
          process.destroyForcibly();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    network.destroy();
  }
}
