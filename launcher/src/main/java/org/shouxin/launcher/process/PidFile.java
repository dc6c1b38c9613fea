package org.shouxin.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Remembers a process by its id and the moment it started, so that a number that the system has
 * given to another program since is never mistaken for ours.
 */
public record PidFile(Path file) {
  private static final Duration TOLERANCE = Duration.ofSeconds(3);
  private static final String SUFFIX = ".pid";

  /** The pid file of that name in the run folder. */
  public static PidFile of(Path run, String name) {
    return new PidFile(run.resolve(name + SUFFIX));
  }

  /** All pid files of a run folder. */
  static List<PidFile> listAll(Path run) {
    if (!Files.isDirectory(run)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(run)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).map(PidFile::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes id and start of the process: {@code <pid> <milliseconds since 1970>}. */
  public void write(ProcessHandle process) {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    try {
      Files.writeString(file, process.pid() + " " + started + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process, if it still runs and is the one that was written down. */
  public Optional<ProcessHandle> find() {
    try {
      if (!Files.exists(file)) {
        return Optional.empty();
      }
      String[] parts = Files.readString(file).strip().split(" ", 2);
      Instant started = Instant.ofEpochMilli(Long.parseLong(parts[1]));
      return ProcessHandle.of(Long.parseLong(parts[0]))
          .filter(ProcessHandle::isAlive)
          .filter(process -> startedAt(process, started));
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant recorded) {
    return process
        .info()
        .startInstant()
        .map(actual -> Duration.between(recorded, actual).abs().compareTo(TOLERANCE) < 0)
        .orElse(false);
  }

  String name() {
    String fileName = String.valueOf(file.getFileName());
    return fileName.substring(0, fileName.length() - SUFFIX.length());
  }

  /** Forgets the process. */
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
