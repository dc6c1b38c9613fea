package org.shouxin.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.SignedNote;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.HashTile;
import org.shouxin.audit.log.TreeSnapshot;

/** The witness protocol's answers (C2SP tlog-witness), one test a rule. */
class WitnessTest {
  private static final LogKey LOG = key("example.com/log", VerifierKey.ED25519, 1);
  private static final LogKey WITNESS = key("example.com/witness", VerifierKey.COSIGNATURE, 2);

  @TempDir Path store;

  private WitnessedLogs logs =
      new WitnessedLogs(Path.of("."), WITNESS, TrustedLogs.of(List.of()), Clock.systemUTC());

  @BeforeEach
  void startAgain() {
    logs =
        new WitnessedLogs(
            store,
            WITNESS,
            TrustedLogs.of(List.of(LOG.verifierKey())),
            Clock.fixed(Instant.ofEpochSecond(1_700_000_000), ZoneOffset.UTC));
  }

  @Test
  void aLogThatGrowsIsCosignedAndTheCosignatureVerifies() throws IOException {
    TreeSnapshot tree = tree(20, "");
    Answer first = logs.add(request(0, List.of(), 8, tree));
    assertThat(first.status()).isEqualTo(200);
    SignedNote cosigned = SignedNote.parse(note(8, tree).text() + "\n" + first.body());
    assertThat(
            cosigned
                .signatures()
                .getFirst()
                .isCosignatureBy(WITNESS.verifierKey(), cosigned.text()))
        .isTrue();

    startAgain();
    assertThat(logs.add(request(8, tree.consistencyProof(8, 20), 20, tree)).status())
        .isEqualTo(200);
    assertThat(logs.latest(WitnessedLogs.hash("example.com/log")).orElseThrow())
        .startsWith("example.com/log\n20\n");
  }

  @Test
  void aRewrittenHistoryIsRefusedAndNotRecorded() throws IOException {
    TreeSnapshot honest = tree(20, "");
    TreeSnapshot rewritten = tree(20, "other");
    logs.add(request(0, List.of(), 8, honest));
    assertThat(logs.add(request(8, rewritten.consistencyProof(8, 20), 20, rewritten)).status())
        .isEqualTo(422);
    assertThat(logs.add(request(8, List.of(), 8, rewritten)).status()).isEqualTo(422);
    assertThat(logs.add(request(8, honest.consistencyProof(8, 20), 20, honest)).status())
        .isEqualTo(200);
  }

  @Test
  void aCallerThatRemembersAnotherSizeIsToldTheRecordedOne() throws IOException {
    TreeSnapshot tree = tree(20, "");
    logs.add(request(0, List.of(), 8, tree));
    assertThat(logs.add(request(0, List.of(), 20, tree)))
        .isEqualTo(new Answer(409, "8\n", "text/x.tlog.size"));
    assertThat(logs.add(request(5, tree.consistencyProof(5, 20), 20, tree)).body())
        .isEqualTo("8\n");
  }

  @Test
  void theSameCheckpointMayComeAgain() throws IOException {
    TreeSnapshot tree = tree(8, "");
    logs.add(request(0, List.of(), 8, tree));
    assertThat(logs.add(request(8, List.of(), 8, tree)).status()).isEqualTo(200);
  }

  @Test
  void strangersForgeriesAndNonsenseHaveAStatusEach() throws IOException {
    TreeSnapshot tree = tree(8, "");
    Checkpoint stranger = new Checkpoint("example.com/other", 8, tree.root());
    assertThat(
            logs.add(
                    "old 0\n\n"
                        + key("example.com/other", VerifierKey.ED25519, 1).sign(stranger.text()))
                .status())
        .isEqualTo(404);
    LogKey forger = key("example.com/log", VerifierKey.ED25519, 9);
    assertThat(
            logs.add(
                    "old 0\n\n"
                        + forger.sign(new Checkpoint("example.com/log", 8, tree.root()).text()))
                .status())
        .isEqualTo(403);
    assertThat(logs.add(request(9, List.of(), 8, tree)).status()).isEqualTo(400);
    assertThat(logs.add("hello").status()).isEqualTo(400);
    assertThat(logs.add(request(0, List.of(tree.root()), 8, tree)).status()).isEqualTo(422);
  }

  private static String request(long old, List<Hash> proof, long size, TreeSnapshot tree) {
    StringBuilder body = new StringBuilder("old " + old + "\n");
    proof.forEach(hash -> body.append(hash).append('\n'));
    return body.append('\n').append(note(size, tree)).toString();
  }

  private static SignedNote note(long size, TreeSnapshot tree) {
    return LOG.sign(new Checkpoint("example.com/log", size, tree.rootOf(size)).text());
  }

  private static TreeSnapshot tree(int size, String flavour) {
    Frontier frontier = new Frontier();
    List<HashTile> none = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      frontier.append(
          Hash.ofLeaf((flavour + i).getBytes(StandardCharsets.UTF_8)),
          done -> none.add(done.tile()));
    }
    return frontier.snapshot((level, index) -> none.get((int) index));
  }

  private static LogKey key(String name, byte type, int seed) {
    byte[] bytes = new byte[LogKey.SEED_BYTES];
    bytes[0] = (byte) seed;
    return new LogKey(name, type, bytes);
  }
}
