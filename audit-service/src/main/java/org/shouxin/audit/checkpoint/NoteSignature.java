package org.shouxin.audit.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One signature line of a note: who signed, with which key, and the signature's bytes. */
public final class NoteSignature {
  private static final Pattern FORM = Pattern.compile("\u2014 ([^\\s+]+) ([A-Za-z0-9+/]+={0,2})");
  private static final int ID_BYTES = 4;

  private final String name;
  private final int keyId;
  private final byte[] signature;

  public NoteSignature(String name, int keyId, byte[] signature) {
    this.name = name;
    this.keyId = keyId;
    this.signature = signature.clone();
  }

  static NoteSignature parse(String line) {
    Matcher form = FORM.matcher(line);
    if (!form.matches()) {
      throw new IllegalArgumentException("not a signature line of a note");
    }
    byte[] blob = Base64.getDecoder().decode(form.group(2));
    if (blob.length <= ID_BYTES) {
      throw new IllegalArgumentException("a note's signature starts with its key id");
    }
    return new NoteSignature(
        form.group(1),
        ByteBuffer.wrap(blob).getInt(),
        Arrays.copyOfRange(blob, ID_BYTES, blob.length));
  }

  public String name() {
    return name;
  }

  public byte[] signature() {
    return signature.clone();
  }

  /** Whether the line claims to be by {@code key}: same name and same key id. */
  public boolean isBy(VerifierKey key) {
    return key.name().equals(name) && key.id() == keyId;
  }

  /** Whether the line is a right cosignature/v1 by this witness over the note's text. */
  public boolean isCosignatureBy(VerifierKey witness, String text) {
    if (!isBy(witness) || signature.length <= Long.BYTES) {
      return false;
    }
    long time = ByteBuffer.wrap(signature).getLong();
    String message = "cosignature/v1\ntime " + time + "\n" + text;
    return witness.verifies(
        message.getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(signature, Long.BYTES, signature.length));
  }

  /** The line, without its line feed. */
  public String line() {
    byte[] blob =
        ByteBuffer.allocate(ID_BYTES + signature.length).putInt(keyId).put(signature).array();
    return "\u2014 " + name + " " + Base64.getEncoder().encodeToString(blob);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NoteSignature that && that.line().equals(line());
  }

  @Override
  public int hashCode() {
    return line().hashCode();
  }
}
