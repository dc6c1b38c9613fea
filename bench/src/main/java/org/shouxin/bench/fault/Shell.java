package org.shouxin.bench.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.shouxin.launcher.LauncherException;

/** A program of the machine that a fault needs: it works or says why not. */
final class Shell {
  private Shell() {}

  /** Runs a program to its end; what it printed when it failed is the message. */
  static void run(String... command) {
    String failure = attempt(command);
    if (!failure.isEmpty()) {
      throw new LauncherException(String.join(" ", command) + ": " + failure);
    }
  }

  /** Whether a program is there and works. */
  static boolean works(String... command) {
    try {
      return attempt(command).isEmpty();
    } catch (UncheckedIOException notThere) {
      return false;
    }
  }

  private static String attempt(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      int status = process.waitFor();
      return status == 0 ? "" : "status " + status + " " + said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LauncherException("Interrupted.", e);
    }
  }
}
