package org.shouxin.consent.verifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The log's Ed25519 verifier key (C2SP signed-note): NAME+ID+KEY. */
record LogKey(String name, byte[] keyId, byte[] publicKey) {
  private static final int ED25519 = 1;
  private static final int KEY_BYTES = 32;

  /** What stands before a raw Ed25519 key in its X.509 form (RFC 8410). */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  /**
   * Reads a verifier key.
   *
   * @throws IllegalArgumentException when it is not one, or contradicts itself
   */
  static LogKey read(String vkey) {
    String[] parts = vkey.strip().split("\\+", 3);
    byte[] typed = parts.length == 3 ? Base64.getDecoder().decode(parts[2]) : new byte[0];
    if (typed.length != KEY_BYTES + 1 || typed[0] != ED25519) {
      throw new IllegalArgumentException("not an Ed25519 verifier key");
    }
    byte[] named = (parts[0] + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] keyId = Arrays.copyOf(Hashes.sha256(named, typed), 4);
    if (!HexFormat.of().formatHex(keyId).equals(parts[1])) {
      throw new IllegalArgumentException("the verifier key contradicts itself");
    }
    return new LogKey(parts[0], keyId, Arrays.copyOfRange(typed, 1, typed.length));
  }

  /** The checkpoint is of this log and signed by this key. */
  void require(Note note) throws Broken {
    if (!note.origin().equals(name)) {
      throw new Broken(Fault.OTHER_LOG, note.origin());
    }
    for (Note.Line line : note.signatures()) {
      if (line.name().equals(name) && Arrays.equals(line.keyId(), keyId)) {
        if (holds(note.text(), line.signature())) {
          return;
        }
        throw new Broken(Fault.CHECKPOINT_SIGNATURE, name);
      }
    }
    throw new Broken(Fault.OTHER_LOG, "no signature by key " + HexFormat.of().formatHex(keyId));
  }

  private boolean holds(String text, byte[] signature) {
    byte[] encoded = Arrays.copyOf(X509, X509.length + KEY_BYTES);
    System.arraycopy(publicKey, 0, encoded, X509.length, KEY_BYTES);
    try {
      Signature ed25519 = Signature.getInstance("Ed25519");
      ed25519.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
      ed25519.update(text.getBytes(StandardCharsets.UTF_8));
      return ed25519.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
