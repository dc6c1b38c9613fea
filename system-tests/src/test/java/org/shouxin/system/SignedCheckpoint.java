package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** A checkpoint whose Ed25519 signature was checked against a verifier key. */
public record SignedCheckpoint(String origin, long size, byte[] root) {
  private static final byte[] ED25519_SPKI = HexFormat.of().parseHex("302a300506032b6570032100");

  /** Reads a signed note; fails unless the key of {@code verifierKey} signed it. */
  public static SignedCheckpoint verify(String note, String verifierKey) {
    int cut = note.lastIndexOf("\n\n");
    String text = note.substring(0, cut + 1);
    String name = verifierKey.substring(0, verifierKey.indexOf('+'));
    byte[] typed = Base64.getDecoder().decode(verifierKey.substring(name.length() + 10));
    byte[] id =
        Arrays.copyOf(MerkleTree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), typed), 4);
    assertThat(verifierKey.substring(name.length() + 1, name.length() + 9))
        .as("hash in the verifier key")
        .isEqualTo(HexFormat.of().formatHex(id));
    assertThat(note.substring(cut + 2).lines())
        .as("signatures of " + name)
        .anyMatch(line -> isSignedBy(line, name, id, typed, text));
    List<String> lines = text.lines().toList();
    return new SignedCheckpoint(
        lines.get(0), Long.parseLong(lines.get(1)), Base64.getDecoder().decode(lines.get(2)));
  }

  private static boolean isSignedBy(
      String line, String name, byte[] id, byte[] typed, String text) {
    String prefix = "— " + name + " ";
    if (!line.startsWith(prefix)) {
      return false;
    }
    byte[] blob = Base64.getDecoder().decode(line.substring(prefix.length()));
    return Arrays.equals(Arrays.copyOf(blob, 4), id)
        && verifies(
            Arrays.copyOfRange(typed, 1, typed.length),
            text,
            Arrays.copyOfRange(blob, 4, blob.length));
  }

  private static boolean verifies(byte[] key, String text, byte[] signature) {
    try {
      byte[] encoded = Arrays.copyOf(ED25519_SPKI, ED25519_SPKI.length + key.length);
      System.arraycopy(key, 0, encoded, ED25519_SPKI.length, key.length);
      PublicKey publicKey =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(publicKey);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      throw new AssertionError("signature line", malformed);
    }
  }
}
