package org.shouxin.audit.checkpoint;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;

/** An Ed25519 key that signs notes under its name. Prints its public half only. */
public final class LogKey {
  /** Bytes of the secret seed. */
  public static final int SEED_BYTES = 32;

  private final VerifierKey verifierKey;
  private final Ed25519Sign signer;

  /**
   * The key whose secret is {@code seed} (32 bytes), signing as {@code name} with key type {@code
   * type}.
   */
  public LogKey(String name, byte type, byte[] seed) {
    try {
      Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
      this.verifierKey = new VerifierKey(name, type, pair.getPublicKey());
      this.signer = new Ed25519Sign(pair.getPrivateKey());
    } catch (GeneralSecurityException unusable) {
      throw new IllegalArgumentException("not an Ed25519 seed of 32 bytes", unusable);
    }
  }

  public VerifierKey verifierKey() {
    return verifierKey;
  }

  /** Signs {@code text}, which ends in a line feed. */
  public SignedNote sign(String text) {
    byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
    return new SignedNote(
        text, List.of(new NoteSignature(verifierKey.name(), verifierKey.id(), signature)));
  }

  /** The bare signature, 64 bytes, over {@code message}. */
  public byte[] signature(byte[] message) {
    try {
      return signer.sign(message);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Override
  public String toString() {
    return verifierKey.toString();
  }
}
