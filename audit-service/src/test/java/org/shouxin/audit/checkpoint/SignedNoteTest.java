package org.shouxin.audit.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.log.Hash;

/** The published vector of C2SP signed-note, and the forms it refuses. */
class SignedNoteTest {
  private static final VerifierKey EXAMPLE =
      VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");

  private static final String NOTE =
      "This is an example message.\n\n"
          + "\u2014 example.com/foo "
          + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

  private static final LogKey KEY =
      new LogKey("example.com/log", VerifierKey.ED25519, new byte[32]);

  @Test
  void thePublishedNoteVerifies() {
    SignedNote note = SignedNote.parse(NOTE);
    assertThat(note.isSignedBy(EXAMPLE)).isTrue();
    assertThat(note).hasToString(NOTE);
  }

  @Test
  void aNoteHasAnEmptyLineAnEndAndSixtyFourSignaturesAtMost() {
    SignedNote one = KEY.sign("text\n");
    List<NoteSignature> most = Collections.nCopies(63, one.signatures().getFirst());
    assertThat(SignedNote.parse(one.with(most).toString()).signatures()).hasSize(64);
    String tooMany = one.with(most).with(one.signatures()).toString();
    String note = one.toString();
    for (String wrong : List.of(tooMany, note.stripTrailing(), note.replace("\n\n", "\n"))) {
      assertThatThrownBy(() -> SignedNote.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** C2SP tlog-cosignature: over a header, the time and the whole text. */
  @Test
  void aCosignatureCountsForItsTextAndItsTimeOnly() {
    LogKey witness = new LogKey("witness.example", VerifierKey.COSIGNATURE, new byte[32]);
    byte[] signed =
        witness.signature("cosignature/v1\ntime 7\ntext\n".getBytes(StandardCharsets.UTF_8));
    NoteSignature right = cosignature(witness, 7, signed);
    assertThat(right.name()).isEqualTo("witness.example");
    assertThat(right.isCosignatureBy(witness.verifierKey(), "text\n")).isTrue();
    assertThat(right.isCosignatureBy(witness.verifierKey(), "other\n")).isFalse();
    assertThat(right.isCosignatureBy(KEY.verifierKey(), "text\n")).isFalse();
    assertThat(cosignature(witness, 8, signed).isCosignatureBy(witness.verifierKey(), "text\n"))
        .isFalse();
    assertThat(
            cosignature(witness, 7, new byte[0]).isCosignatureBy(witness.verifierKey(), "text\n"))
        .isFalse();
  }

  private static NoteSignature cosignature(LogKey witness, long time, byte[] signature) {
    byte[] blob =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array();
    VerifierKey key = witness.verifierKey();
    return new NoteSignature(key.name(), key.id(), blob);
  }

  @Test
  void oneChangedCharacterBreaksTheSignature() {
    assertThat(
            SignedNote.parse(NOTE.replace("example message", "examplE message"))
                .isSignedBy(EXAMPLE))
        .isFalse();
  }

  @Test
  void aBadLineByAKnownKeySpoilsTheNoteEvenBesideAGoodOne() {
    SignedNote good = KEY.sign("text\n");
    SignedNote bad = KEY.sign("other\n");
    assertThat(good.with(bad.signatures()).isSignedBy(KEY.verifierKey())).isFalse();
  }

  @Test
  void unknownKeysAreIgnored() {
    SignedNote note = KEY.sign("text\n").with(SignedNote.parse(NOTE).signatures());
    assertThat(note.isSignedBy(KEY.verifierKey())).isTrue();
  }

  @Test
  void aCheckpointSurvivesItsNoteAndItsKeySurvivesItsText() {
    Checkpoint checkpoint = new Checkpoint("example.com/log", 0, Hash.EMPTY_TREE);
    SignedNote note = SignedNote.parse(KEY.sign(checkpoint.text()).toString());
    assertThat(Checkpoint.parse(note.text())).isEqualTo(checkpoint);
    assertThat(note.isSignedBy(VerifierKey.parse(KEY.verifierKey().toString()))).isTrue();
  }

  @Test
  void malformedCheckpointsAndKeysAreRefused() {
    String root = Hash.EMPTY_TREE.toString();
    for (String text :
        List.of(
            "o\n01\n" + root + "\n", "o\n1\n" + root + "\nextension\n", "\n1\n" + root + "\n")) {
      assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> VerifierKey.parse(EXAMPLE.toString().replace("530d903a", "530d903b")))
        .hasMessage("the verifier key's hash does not match its key");
  }
}
