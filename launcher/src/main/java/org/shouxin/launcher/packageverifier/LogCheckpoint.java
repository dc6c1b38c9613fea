package org.shouxin.launcher.packageverifier;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed checkpoint of a log (C2SP tlog-checkpoint): its name, size and root. */
record LogCheckpoint(String origin, long size, byte[] root, String text, String signatures) {
  private static final Pattern KEY =
      Pattern.compile("([^\\s+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");
  private static final int ID_BYTES = 4;
  private static final byte ED25519 = 1;

  /**
   * @throws IllegalArgumentException for a text that is no signed checkpoint
   */
  static LogCheckpoint parse(String note) {
    int cut = note.lastIndexOf("\n\n");
    String text = cut < 0 ? "" : note.substring(0, cut + 1);
    String[] lines = text.split("\n", -1);
    if (lines.length != 4 || !lines[1].matches("[1-9]\\d{0,17}")) {
      throw new IllegalArgumentException("not a signed checkpoint");
    }
    return new LogCheckpoint(
        lines[0],
        Long.parseLong(lines[1]),
        Base64.getDecoder().decode(lines[2]),
        text,
        note.substring(cut + 2));
  }

  /** Whether this log's key signed it: one line is its own, and every such line is right. */
  boolean isSignedBy(String verifierKey) {
    Matcher form = KEY.matcher(verifierKey);
    if (!form.matches() || !form.group(1).equals(origin)) {
      return false;
    }
    byte[] typed = Base64.getDecoder().decode(form.group(3));
    if (typed[0] != ED25519 || !id(origin, typed).equals(form.group(2))) {
      return false;
    }
    boolean signed = false;
    for (String line : signatures.split("\n")) {
      String[] parts = line.split(" ");
      if (parts.length == 3 && parts[0].equals("\u2014") && parts[1].equals(origin)) {
        byte[] blob = Base64.getDecoder().decode(parts[2]);
        if (isOf(form.group(2), blob)) {
          if (!isRight(typed, blob)) {
            return false;
          }
          signed = true;
        }
      }
    }
    return signed;
  }

  private static boolean isOf(String id, byte[] blob) {
    return HexFormat.of().formatHex(Arrays.copyOf(blob, ID_BYTES)).equals(id);
  }

  private boolean isRight(byte[] typed, byte[] blob) {
    return Keys.verifies(
        Keys.ed25519(Arrays.copyOfRange(typed, 1, typed.length)),
        text.getBytes(StandardCharsets.UTF_8),
        Arrays.copyOfRange(blob, ID_BYTES, blob.length));
  }

  private static String id(String name, byte[] typed) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(typed), ID_BYTES));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
