package org.shouxin.audit.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file system of a few megabytes in memory. Who may not mount one has it mounted in the sight of
 * a process of its own, and reaches it through that process.
 */
final class SmallDisk implements AutoCloseable {
  private static final byte[] CHUNK = new byte[16 * 1024];

  private final Path path;
  private final @Nullable Process holder;

  private SmallDisk(Path path, @Nullable Process holder) {
    this.path = path;
    this.holder = holder;
  }

  static SmallDisk mount(Path path, int megabytes) throws IOException, InterruptedException {
    Files.createDirectories(path);
    String options = "size=" + megabytes + "m";
    if (run("mount", "-t", "tmpfs", "-o", options, "tmpfs", "" + path) == 0) {
      return new SmallDisk(path, null);
    }
    Process holder =
        new ProcessBuilder(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                "mount -t tmpfs -o %s tmpfs '%s' && echo there && exec sleep 600"
                    .formatted(options, path))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (!"there".equals(holder.inputReader().readLine())) {
      throw new IOException("neither mount nor unshare gives this user a disk of its own");
    }
    return new SmallDisk(
        Path.of("/proc", Long.toString(holder.pid()), "root").resolve(path.toString().substring(1)),
        holder);
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
    if (holder != null) {
      holder.destroy();
      return;
    }
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
