package org.shouxin.audit.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.shouxin.testing.PostgresServer;

/** A running {@link Replica} and what it has said. */
final class ReplicaProcess implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final List<String> said = new CopyOnWriteArrayList<>();
  private final Process process;

  private ReplicaProcess(Process process) {
    this.process = process;
    Thread.ofPlatform().daemon().start(this::listen);
  }

  static ReplicaProcess start(String url, String user, Path folder) throws IOException {
    String source = Replica.freshSource();
    Path own = Files.createDirectories(folder.resolve(source));
    return new ReplicaProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Replica.class.getName(),
                url,
                user,
                PostgresServer.get().password(),
                source,
                folder.toString(),
                own.toString())
            .redirectError(own.resolve("log").toFile())
            .start());
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.add(line);
      }
    } catch (IOException ended) {
      said.add("ENDED");
    }
  }

  /** What it said so far that begins with this word. */
  List<String> said(String word) {
    return said.stream().filter(line -> line.startsWith(word + " ")).toList();
  }

  void awaitMore(String word, int more) throws InterruptedException {
    int wanted = said(word).size() + more;
    for (int waited = 0; said(word).size() < wanted; waited += 20) {
      if (waited > PATIENCE_MILLIS) {
        throw new AssertionError(
            "no " + more + " more " + word + ", but " + said("HALTED") + " of " + said.size());
      }
      Thread.sleep(20);
    }
  }

  /** Waits until it has said no such word for so long. */
  void awaitQuiet(String word, long millis) throws InterruptedException {
    int before = -1;
    while (said(word).size() != before) {
      before = said(word).size();
      Thread.sleep(millis);
    }
  }

  void signal(String name) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException unable) {
      throw new UncheckedIOException(unable);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
