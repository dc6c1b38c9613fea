package org.shouxin.cluster.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.shouxin.cluster.ClusterException;

/** A program of this machine that the build needs. */
final class Tool {
  private Tool() {}

  /** Runs it in a folder to its end; its last words are in the exception when it fails. */
  static String run(Path folder, String remedy, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new ClusterException(command.getFirst() + " failed: " + said.strip() + " " + remedy);
      }
      return said;
    } catch (IOException missing) {
      throw new ClusterException(command.getFirst() + " cannot be run. " + remedy, missing);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ClusterException("Interrupted.", interrupted);
    }
  }
}
