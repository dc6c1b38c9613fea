package org.shouxin.consent.purpose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 of UTF-8 text, in the two spellings the product uses. */
public final class Sha256 {
  private Sha256() {}

  /** Hexadecimal, for people's tools ({@code sha256sum}). */
  public static String hex(String text) {
    return HexFormat.of().formatHex(digest(text));
  }

  /** Base64url without padding, for audit events: it never looks like a telephone number. */
  public static String base64Url(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
    }
  }
}
