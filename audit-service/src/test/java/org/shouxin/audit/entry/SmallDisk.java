package org.shouxin.audit.entry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes in memory; only who may mount one can use it. */
final class SmallDisk implements AutoCloseable {
  private static final byte[] CHUNK = new byte[16 * 1024];

  private final Path path;

  private SmallDisk(Path path) {
    this.path = path;
  }

  static SmallDisk mount(Path path, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    int status = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", "" + path);
    assumeTrue(status == 0, "this user may not mount; the trigger's test says the same");
    return new SmallDisk(path);
  }

  Path path() {
    return path;
  }

  /** Takes all the space that is left. */
  void fill() throws IOException {
    try (OutputStream ballast = Files.newOutputStream(path.resolve("ballast"))) {
      while (true) {
        ballast.write(CHUNK);
      }
    } catch (IOException full) {
      if (!String.valueOf(full.getMessage()).contains("No space left")) {
        throw full;
      }
    }
  }

  void free() throws IOException {
    Files.delete(path.resolve("ballast"));
  }

  @Override
  public void close() {
    try {
      run("umount", "-l", path.toString());
    } catch (IOException | InterruptedException unable) {
      throw new IllegalStateException(unable);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
