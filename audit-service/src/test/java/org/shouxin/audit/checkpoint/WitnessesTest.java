package org.shouxin.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.audit.log.Frontier;
import org.shouxin.audit.log.Hash;
import org.shouxin.audit.log.TreeSnapshot;
import org.shouxin.audit.witness.Witness;

/** The log and an independent witness with its own key and store. */
class WitnessesTest {
  private static final LogKey LOG =
      new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);

  @TempDir Path store;

  @Test
  void aGrowingLogIsCosignedEachTime() throws IOException {
    try (Witness witness = startWitness()) {
      Witnesses witnesses = witnesses(witness.port());
      Publication first = witnesses.cosigned(publication(5, ""));
      Publication second = witnesses.cosigned(publication(9, ""));
      assertThat(witnesses.haveSigned(first)).isTrue();
      assertThat(second.note().signatures()).hasSize(2);
      assertThat(second.note().signatures().getLast().isCosignatureBy(key(), second.note().text()))
          .isTrue();
    }
  }

  @Test
  void aLogThatRewroteItsHistoryIsHaltedByItsWitness() throws IOException {
    try (Witness witness = startWitness()) {
      witnesses(witness.port()).cosigned(publication(5, ""));
      Witnesses afterRestart = witnesses(witness.port());
      Publication rewritten = publication(9, "other");
      assertThatThrownBy(() -> afterRestart.cosigned(rewritten))
          .isInstanceOf(CorruptLogException.class)
          .hasMessage("the witness example.com/witness has seen another history");
    }
  }

  @Test
  void aLogSetBackIsHaltedByItsWitness() throws IOException {
    try (Witness witness = startWitness()) {
      witnesses(witness.port()).cosigned(publication(9, ""));
      Witnesses afterRestart = witnesses(witness.port());
      Publication setBack = publication(5, "");
      assertThatThrownBy(() -> afterRestart.cosigned(setBack))
          .hasMessage("the witness example.com/witness has seen 9 entries, but the log has 5");
    }
  }

  @Test
  void aReplicaThatPublishesLessThanItsWitnessHasSeenFromTheOtherGoesOn() throws IOException {
    try (Witness witness = startWitness()) {
      witnesses(witness.port()).cosigned(publication(9, ""));
      Witnesses follower = witnesses(witness.port(), 9);
      Publication behind = publication(5, "");
      assertThat(follower.cosigned(behind)).isSameAs(behind);
      assertThat(follower.cosignatures(follower.cosigned(publication(9, "")))).isEqualTo(1);
    }
  }

  @Test
  void aWitnessThatComesBackCosignsWhatWasPublishedWithoutIt() throws IOException {
    int port;
    try (Witness witness = startWitness()) {
      port = witness.port();
      witnesses(port).cosigned(publication(5, ""));
    }
    Publication without = publication(9, "");
    assertThat(witnesses(port, 9).cosigned(without).note().signatures()).hasSize(1);
    try (Witness again = startWitness()) {
      Publication cosigned = witnesses(again.port(), 9).cosigned(without);
      assertThat(cosigned.note().signatures()).hasSize(2);
    }
  }

  @Test
  void aWitnessThatIsAwayDelaysNothingAndIsNotHammered() throws IOException {
    int port;
    try (Witness witness = startWitness()) {
      port = witness.port();
    }
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    Witnesses witnesses = new Witnesses(policy(port), () -> 5, metrics);
    Publication publication = publication(5, "");
    assertThat(witnesses.cosigned(publication)).isSameAs(publication);
    assertThat(witnesses.cosigned(publication)).isSameAs(publication);
    assertThat(metrics.counter("shouxin.log.witness.failures").count()).isEqualTo(1);
  }

  @Test
  void thePolicyFileNamesTheWitnesses() throws IOException {
    startWitness().close();
    Path file = store.resolve("policy");
    Files.writeString(
        file, "log x\n# note\nwitness w " + key() + " http://localhost:1\nquorum w\n");
    assertThat(WitnessPolicy.read(Optional.of(file)))
        .containsExactly(new WitnessPolicy.Member(key(), URI.create("http://localhost:1")));
  }

  private Witness startWitness() throws IOException {
    return Witness.start(
        "--store",
        store.toString(),
        "--name",
        "example.com/witness",
        "--log",
        LOG.verifierKey().toString(),
        "--port",
        "0");
  }

  private Witnesses witnesses(int port) throws IOException {
    return witnesses(port, 5);
  }

  private Witnesses witnesses(int port, long committed) throws IOException {
    return new Witnesses(policy(port), () -> committed, new SimpleMeterRegistry());
  }

  private List<WitnessPolicy.Member> policy(int port) throws IOException {
    return List.of(new WitnessPolicy.Member(key(), URI.create("http://127.0.0.1:" + port)));
  }

  private VerifierKey key() throws IOException {
    return VerifierKey.parse(Files.readString(store.resolve("vkey")).strip());
  }

  private static Publication publication(int size, String flavour) {
    Frontier frontier = new Frontier();
    for (int i = 0; i < size; i++) {
      frontier.append(Hash.ofLeaf((flavour + i).getBytes(StandardCharsets.UTF_8)), done -> {});
    }
    TreeSnapshot tree =
        frontier.snapshot((level, index) -> {
          throw new AssertionError("a small tree has no full tile");
        });
    Checkpoint checkpoint = new Checkpoint("example.com/log", size, tree.root());
    return new Publication(LOG.sign(checkpoint.text()), checkpoint, tree, Instant.EPOCH);
  }
}
