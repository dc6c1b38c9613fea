package org.shouxin.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {
  @TempDir Path folder = Path.of("");

  private final CompletableFuture<String> said = new CompletableFuture<>();

  @Test
  void killedChildIsReportedInOneLineWithItsLog() throws Exception {
    try (Children children = new Children(folder, said::complete)) {
      Child child = sleeper(children);

      ProcessHandle.of(child.pid()).orElseThrow().destroyForcibly();

      assertThat(said.get(20, TimeUnit.SECONDS))
          .startsWith("records-service was killed by signal 9.")
          .contains("records-service.log")
          .endsWith("./shouxin up.")
          .doesNotContain("\n");
    }
  }

  @Test
  void fullDiskInTheLogIsNamedAsTheCause() throws Exception {
    try (Children children = new Children(folder, said::complete)) {
      start(children, "echo 'could not write: No space left on device'; exit 3");

      assertThat(said.get(20, TimeUnit.SECONDS))
          .startsWith("records-service ended with status 3. The disk is full");
    }
  }

  @Test
  void nothingRunsAndNoPidFileIsLeftAfterClosing() throws IOException {
    Child child;
    try (Children children = new Children(folder, said::complete)) {
      child = sleeper(children);
    }
    assertThat(child.alive()).isFalse();
    assertThat(PidFile.listAll(folder)).isEmpty();
    assertThat(said).isNotDone();
  }

  @Test
  void nextStartStopsWhatAKilledLauncherLeftBehind() throws IOException {
    Process orphan = new ProcessBuilder("sleep", "600").start();
    PidFile.of(folder, "gateway").write(orphan.toHandle());

    try (Children children = new Children(folder, said::complete)) {
      assertThat(sleeper(children).alive()).isTrue();
      assertThat(orphan.isAlive()).isFalse();
    }
  }

  @Test
  void processThatOnlyHasTheSameNumberIsLeftAlone() throws IOException {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(folder.resolve("gateway.pid"), stranger.pid() + " 1000000000000\n");

      assertThat(Leftovers.stop(folder)).isZero();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void theEndOfADispensableChildStopsNothingElse() throws Exception {
    try (Children children = new Children(folder, said::complete)) {
      Child witness =
          children.startDispensable(
              "witness", List.of("sleep", "600"), Map.of(), folder, folder.resolve("witness.log"));
      Child needed = sleeper(children);

      ProcessHandle.of(witness.pid()).orElseThrow().destroyForcibly();
      assertThat(witness.waitFor(20)).isTrue();

      assertThat(needed.alive()).isTrue();
      assertThat(said).isNotDone();
      assertThat(PidFile.of(folder, "witness").find()).isEmpty();
    }
  }

  private Child sleeper(Children children) {
    return start(children, "exec sleep 600");
  }

  private Child start(Children children, String script) {
    return children.start(
        "records-service",
        List.of("sh", "-c", script),
        Map.of(),
        folder,
        folder.resolve("records-service.log"));
  }
}
