package org.shouxin.launcher.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Stops what a launcher that was killed left running; touches only processes it wrote down. */
public final class Leftovers {
  private static final int GRACE_SECONDS = 20;

  private Leftovers() {}

  /** Stops them, PostgreSQL last, and returns how many there were. */
  public static int stop(Path run) {
    List<PidFile> files = new ArrayList<>(PidFile.listAll(run));
    files.removeIf(file -> "launcher".equals(file.name()));
    files.sort((a, b) -> Boolean.compare(isDatabase(a), isDatabase(b)));
    int stopped = 0;
    for (PidFile file : files) {
      Optional<ProcessHandle> process = file.find();
      if (process.isPresent()) {
        stop(process.get(), StopSignal.gentleFor(file.name()));
        stopped++;
      }
      file.delete();
    }
    return stopped;
  }

  /** Asks a process to end and kills it when it does not. */
  static void stop(ProcessHandle process, StopSignal signal) {
    signal.send(process);
    CompletableFuture<ProcessHandle> end =
        process.onExit().completeOnTimeout(process, GRACE_SECONDS, TimeUnit.SECONDS);
    end.join();
    if (process.isAlive()) {
      StopSignal.KILL.send(process);
    }
  }

  private static boolean isDatabase(PidFile file) {
    return StopSignal.gentleFor(file.name()) == StopSignal.INT;
  }
}
