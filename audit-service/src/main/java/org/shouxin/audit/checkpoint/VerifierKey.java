package org.shouxin.audit.checkpoint;

import com.google.crypto.tink.subtle.Ed25519Verify;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a note's Ed25519 key (C2SP signed-note): a name without spaces or {@code +},
 * the key's type and its 32 bytes. Its text form is {@code <name>+<8 hex>+<base64(type || key)>}.
 */
public final class VerifierKey {
  /** Key type of a plain Ed25519 note signature. */
  public static final byte ED25519 = 1;

  /** Key type of an Ed25519 cosignature/v1 of a witness. */
  public static final byte COSIGNATURE = 4;

  private static final int ED25519_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

  private final String name;
  private final byte type;
  private final byte[] publicKey;

  public VerifierKey(String name, byte type, byte[] publicKey) {
    if (!name.matches("[^\\s\\p{Z}+]+")) {
      throw new IllegalArgumentException("a key name has no space and no +");
    }
    if (publicKey.length != ED25519_BYTES || (type != ED25519 && type != COSIGNATURE)) {
      throw new IllegalArgumentException("not an Ed25519 verifier key");
    }
    this.name = name;
    this.type = type;
    this.publicKey = publicKey.clone();
  }

  public static VerifierKey parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException("a verifier key is NAME+HASH+KEY");
    }
    byte[] typed = Base64.getDecoder().decode(form.group(3));
    VerifierKey key =
        new VerifierKey(form.group(1), typed[0], Arrays.copyOfRange(typed, 1, typed.length));
    if (!key.idHex().equals(form.group(2))) {
      throw new IllegalArgumentException("the verifier key's hash does not match its key");
    }
    return key;
  }

  public String name() {
    return name;
  }

  /** First four bytes of SHA-256(name || 0x0A || type || key). */
  public int id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.wrap(digest.digest(typedKey())).getInt();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether {@code signature} (64 bytes) is this key's over {@code message}. */
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      new Ed25519Verify(publicKey).verify(signature, message);
      return true;
    } catch (GeneralSecurityException notSignedByThisKey) {
      return false;
    }
  }

  @Override
  public String toString() {
    return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typedKey());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof VerifierKey key && key.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  private String idHex() {
    return HexFormat.of().toHexDigits(id());
  }

  private byte[] typedKey() {
    return ByteBuffer.allocate(1 + ED25519_BYTES).put(type).put(publicKey).array();
  }
}
