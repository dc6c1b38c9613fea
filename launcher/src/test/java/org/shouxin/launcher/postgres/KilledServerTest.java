package org.shouxin.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.launcher.LauncherException;

class KilledServerTest {
  private static final String HEAD =
      "       key      shmid perms       size  cpid  lpid nattch   uid   gid  cuid  cgid\n";
  private static final String OTHER =
      "   7    11  600   56  1   2      9     0     0     0     0\n";

  @TempDir Path folder;

  private Path lockFile;
  private Path segments;

  @BeforeEach
  void aServerWasKilled() throws IOException {
    segments = folder.resolve("shm");
    lockFile =
        Files.writeString(
            folder.resolve("postmaster.pid"),
            "4711\n/data\n1763800000\n5432\n\n127.0.0.1\n  2918156    294968\nready\n");
  }

  @Test
  void aNewServerWaitsWhileTheChildrenOfTheKilledOneHoldItsMemory() throws IOException {
    attached(3);
    assertThatThrownBy(() -> KilledServer.awaitEndOfChildren(lockFile, segments, 120))
        .isInstanceOf(LauncherException.class)
        .hasMessageContaining("earlier PostgreSQL still use");
    Thread.ofVirtual()
        .start(() -> {
          try {
            Thread.sleep(100);
            attached(0);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
    KilledServer.awaitEndOfChildren(lockFile, segments, 20_000);
    assertThat(Files.readString(segments)).contains("294968  600   56  1   2      0");
  }

  @Test
  void nothingIsWaitedForWhereNobodyHoldsItOrNothingIsKnown() throws IOException {
    attached(0);
    KilledServer.awaitEndOfChildren(lockFile, segments, 0);
    KilledServer.awaitEndOfChildren(folder.resolve("none"), segments, 0);
    KilledServer.awaitEndOfChildren(lockFile, folder.resolve("none"), 0);
    assertThat(Files.exists(lockFile)).isTrue();
  }

  private void attached(int processes) throws IOException {
    Path next = folder.resolve("shm.next");
    Files.writeString(
        next,
        HEAD + OTHER + "2918156  294968  600   56  1   2      " + processes + "     0  0  0  0\n");
    Files.move(
        next,
        segments,
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
