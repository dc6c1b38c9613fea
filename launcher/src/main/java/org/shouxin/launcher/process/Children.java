package org.shouxin.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.shouxin.launcher.LauncherException;

/**
 * The processes of one installation. None of them outlives the launcher: an orderly end stops them;
 * when the launcher is killed, the {@link Guard} does; when that is killed too, the next start
 * does.
 */
public final class Children implements AutoCloseable {
  private static final int GRACE_SECONDS = 60;
  private static final List<String> FOREIGN_VARIABLES =
      List.of("QUARKUS_", "SHOUXIN_", "KC_", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "PG");

  private final Path run;
  private final Consumer<String> onUnexpectedEnd;
  private final Map<String, Child> running = new ConcurrentHashMap<>();
  private final Guard guard;
  private boolean closed;

  /**
   * Begins to look after processes.
   *
   * @param run the folder for pid files; what an earlier launcher left running there is stopped
   * @param onUnexpectedEnd gets one line when a process ends although nobody asked it to
   */
  public Children(Path run, Consumer<String> onUnexpectedEnd) {
    this.run = run;
    this.onUnexpectedEnd = onUnexpectedEnd;
    Leftovers.stop(run);
    this.guard = Guard.start(run);
  }

  /**
   * Starts a process in a session of its own, so that Ctrl-C reaches only the launcher.
   *
   * @param environment added to the launcher's environment, from which other people's settings for
   *     Quarkus, Keycloak, PostgreSQL and Java are removed
   */
  public synchronized Child start(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
    if (closed) {
      throw new LauncherException("Shouxin is being stopped.");
    }
    List<String> whole = new ArrayList<>(SessionLeader.prefix());
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).directory(folder.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(variable -> FOREIGN_VARIABLES.stream().anyMatch(variable::startsWith));
    builder.environment().putAll(environment);
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      Process process =
          builder
              .redirectErrorStream(true)
              .redirectInput(new java.io.File("/dev/null"))
              .redirectOutput(log.toFile())
              .start();
      PidFile pidFile = PidFile.of(run, name);
      pidFile.write(process.toHandle());
      Child child = new Child(name, process, pidFile, log);
      running.put(name, child);
      process.onExit().thenAccept(ended -> atEnd(child));
      return child;
    } catch (IOException e) {
      throw new LauncherException(
          name + " could not be started: " + e.getMessage() + ". See that the disk is not full.",
          e);
    }
  }

  /** Like {@link #start} for a process whose end stops nothing else. */
  public Child startDispensable(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log) {
    Child child = start(name, command, environment, folder, log);
    child.expectEnd();
    return child;
  }

  private void atEnd(Child child) {
    running.remove(child.name(), child);
    if (child.pidFile().find().isEmpty()) {
      child.pidFile().delete();
    }
    if (!child.endExpected()) {
      onUnexpectedEnd.accept(child.describeEnd());
    }
  }

  /** Stops a process gently and waits for its end; kills it when it takes over a minute. */
  public void stop(Child child) {
    child.expectEnd();
    StopSignal.gentleFor(child.name()).send(child.process().toHandle());
    if (child.waitFor(GRACE_SECONDS)) {
      child.pidFile().delete();
    } else {
      kill(child);
    }
  }

  /** Ends a process at once, as a power cut would. */
  public void kill(Child child) {
    child.expectEnd();
    child.process().destroyForcibly();
    child.waitFor(GRACE_SECONDS);
    child.pidFile().delete();
  }

  /** Stops everything, PostgreSQL last, and returns when nothing runs any more. */
  @Override
  public void close() {
    List<Child> children;
    synchronized (this) {
      closed = true;
      children = List.copyOf(running.values());
    }
    children.forEach(Child::expectEnd);
    List<Child> first =
        children.stream()
            .filter(child -> StopSignal.gentleFor(child.name()) == StopSignal.TERM)
            .toList();
    first.forEach(child -> StopSignal.TERM.send(child.process().toHandle()));
    first.forEach(this::stop);
    children.stream().filter(child -> !first.contains(child)).forEach(this::stop);
    guard.release();
  }
}
