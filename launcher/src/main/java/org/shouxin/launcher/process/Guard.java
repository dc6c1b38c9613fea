package org.shouxin.launcher.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small shell beside the launcher that reads from a pipe the launcher holds open. The kernel
 * closes the pipe whichever way the launcher ends; unless the launcher said "done" before, the
 * shell then stops every process that has a pid file.
 */
final class Guard {
  private static final String SCRIPT =
      """
      trap '' INT TERM HUP
      read -r word && [ "$word" = done ] && exit 0
      cd "$1" || exit 1
      each() { for f in *.pid; do [ -f "$f" ] || continue; case $f in launcher.pid) continue;; esac
        read -r pid _ < "$f" && "$@" "$f" "$pid"; done; }
      gently() { case $1 in postgresql*.pid) ;; *) kill -TERM "$2" ;; esac; }
      database() { case $1 in postgresql*.pid) kill -INT "$2" ;; esac; }
      alive() { kill -0 "$2" && any=$((any + 1)); }
      clear_away() { kill -KILL "$2"; rm -f "$1"; }
      wait_for() { n=0; while [ $n -lt 50 ]; do any=0; each alive; [ "$any" -le "$1" ] && return; n=$((n + 1)); sleep 0.2; done; }
      each gently; wait_for 2; each database; wait_for 0; each clear_away
      rm -f launcher.pid
      """;

  private final OutputStream pipe;

  private Guard(OutputStream pipe) {
    this.pipe = pipe;
  }

  static Guard start(Path run) {
    List<String> command = new ArrayList<>(SessionLeader.prefix());
    command.addAll(List.of("sh", "-c", SCRIPT, "shouxin-guard", run.toString()));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new Guard(process.getOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends the guard: everything has been stopped in order. */
  void release() {
    try (pipe) {
      pipe.write("done\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
