package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.JavaRuntime;

/**
 * Pods of this build beside those of the running system, on the same databases: each service once
 * more, at a port of its own, with what else the service was told.
 */
final class NextVersion implements AutoCloseable {
  private static final int PORTS_FURTHER = 50;
  private static final int HEAP_MEGABYTES = 320;

  private final RunningSystem system;
  private final Path home;
  private final Map<Component, Process> running = new EnumMap<>(Component.class);

  private NextVersion(RunningSystem system, Path home) {
    this.system = system;
    this.home = home;
  }

  static NextVersion beside(RunningSystem system) throws IOException {
    return new NextVersion(system, Files.createDirectories(system.home().resolve("next")));
  }

  /** Where it answers; the services of this version ask each other, but for audit-service. */
  URI url(Component service) {
    URI first = system.url(service);
    return URI.create("http://localhost:" + (first.getPort() + PORTS_FURTHER));
  }

  Caller caller(String personOrClient) {
    return new Caller(url(Component.GATEWAY), system.installation().token(personOrClient));
  }

  PublicLog log() {
    return new PublicLog(url(Component.AUDIT).resolve("/tlog/"));
  }

  void start(Component service) throws IOException {
    start(service, Map.of());
  }

  /** Starts it with some settings of its own. */
  void start(Component service, Map<String, String> instead) throws IOException {
    List<String> command =
        new ArrayList<>(JavaRuntime.command(home.resolve("unused.jsa"), HEAP_MEGABYTES));
    Path program = Project.path(service.title() + "/target/quarkus-app/quarkus-run.jar");
    command.addAll(List.of("-jar", program.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log(service).toFile());
    builder
        .environment()
        .put("QUARKUS_CONFIG_LOCATIONS", told(service, instead).toUri().toString());
    running.put(service, builder.start());
  }

  private Path log(Component service) {
    return system.home().resolve("logs/next-" + service.title() + ".log");
  }

  /** What the first one was told, at another port and with working folders of its own. */
  private Path told(Component service, Map<String, String> instead) throws IOException {
    Properties told = new Properties();
    Path first =
        system.installation().layout().configuration().resolve(service.title() + ".properties");
    try (Reader reader = Files.newBufferedReader(first, StandardCharsets.UTF_8)) {
      told.load(reader);
    }
    told.setProperty("quarkus.http.port", Integer.toString(url(service).getPort()));
    for (Component neighbour : List.of(Component.CONSENT, Component.RECORDS)) {
      told.computeIfPresent(
          "quarkus.rest-client." + neighbour.title() + ".url", (key, url) -> url(neighbour) + "");
    }
    told.computeIfPresent("shouxin.intake.work-dir", (key, folder) -> home.resolve("intake") + "");
    String checkpoint = told.getProperty("shouxin.log.checkpoint-file");
    if (checkpoint != null) {
      Path own = home.resolve("checkpoint");
      Files.deleteIfExists(own);
      told.setProperty(
          "shouxin.log.checkpoint-file", Files.copy(Path.of(checkpoint), own).toString());
    }
    told.putAll(instead);
    Path file = home.resolve(service.title() + ".properties");
    try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      told.store(writer, null);
    }
    return file;
  }

  boolean isReady(Component service) {
    try {
      return Caller.send(
                  HttpRequest.newBuilder(url(service).resolve("/q/health/ready")).GET().build())
              .status()
          == 200;
    } catch (Caller.NotAnswered notYet) {
      return false;
    }
  }

  /** Waits for up to two minutes: four services start on what two processors have left. */
  void awaitReady(Component service) {
    for (int looks = 0; !isReady(service); looks++) {
      assertThat(looks).as(() -> said(service)).isLessThan(240);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    }
  }

  String said(Component service) {
    return Project.read(log(service));
  }

  /** As {@code kubectl} does: SIGTERM, then patience. */
  void stop(Component service) {
    Process process = running.remove(service);
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }

  @Override
  public void close() {
    List.copyOf(running.keySet()).forEach(this::stop);
  }
}
