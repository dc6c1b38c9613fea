package org.shouxin.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.verifier.VerifyLog;

/** The log's post-quantum line, checked by the verifier that shares no code with its writer. */
class MlDsaKeyTest {
  private static final String ORIGIN = "example.com/log";
  private static final LogKey LOG = new LogKey(ORIGIN, VerifierKey.ED25519, new byte[32]);
  private static final MlDsaKey SECOND = new MlDsaKey(ORIGIN, new byte[32]);
  private static final Checkpoint EMPTY = new Checkpoint(ORIGIN, 0, Hash.EMPTY_TREE);
  private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

  @TempDir Path folder;

  @Test
  void theSeedAloneMakesTheKeyAgain() {
    String stored = SeedText.write(ORIGIN, MlDsaKey.TYPE, SECOND.id(), new byte[32]);
    byte[] seed = SeedText.read(stored, ORIGIN, MlDsaKey.TYPE);
    assertThat(new MlDsaKey(ORIGIN, seed)).hasToString(SECOND.toString());
    assertThatThrownBy(() -> SeedText.read(stored, ORIGIN, VerifierKey.ED25519))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCheckpointWithBothLinesVerifiesAndWithoutTheSecondOnlyForThoseWhoDoNotKnowIt()
      throws IOException {
    SignedNote once = LOG.sign(EMPTY.text());
    write(once.with(List.of(SECOND.cosign(EMPTY, NOW))));
    assertThat(verify()).startsWith("OK 0 entries");
    write(once);
    assertThat(verify()).startsWith("FAIL the checkpoint bears no valid ML-DSA-44 signature");
    Files.delete(folder.resolve("vkey-ml-dsa"));
    assertThat(verify()).startsWith("OK 0 entries");
  }

  @Test
  void theSecondLineIsBoundToSizeRootTimeAndName() throws IOException {
    Hash otherRoot = Hash.ofLeaf(new byte[0]);
    refuses(SECOND.cosign(new Checkpoint(ORIGIN, 1, EMPTY.root()), NOW));
    refuses(SECOND.cosign(new Checkpoint(ORIGIN, 0, otherRoot), NOW));
    refuses(SECOND.cosign(new Checkpoint("example.com/other", 0, EMPTY.root()), NOW));
    byte[] otherTime = SECOND.cosign(EMPTY, NOW).signature();
    otherTime[7] ^= 1;
    refuses(new NoteSignature(ORIGIN, SECOND.id(), otherTime));
  }

  private void refuses(NoteSignature line) throws IOException {
    write(LOG.sign(EMPTY.text()).with(List.of(line)));
    assertThat(verify()).startsWith("FAIL the checkpoint bears no valid ML-DSA-44 signature");
  }

  private void write(SignedNote note) throws IOException {
    Files.writeString(folder.resolve("checkpoint"), note.toString());
    Files.writeString(folder.resolve("vkey"), LOG.verifierKey() + "\n");
    Files.writeString(folder.resolve("vkey-ml-dsa"), SECOND + "\n");
  }

  private String verify() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    VerifyLog.run(new PrintStream(said, true, StandardCharsets.UTF_8), folder.toString());
    return said.toString(StandardCharsets.UTF_8);
  }
}
