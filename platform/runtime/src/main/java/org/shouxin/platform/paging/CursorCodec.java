package org.shouxin.platform.paging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Seals a position into an opaque cursor and opens it again. The seal covers the listing and the
 * caller, so a cursor cannot be forged, altered, or walked into somebody else's listing (issue 7,
 * R-PT-05).
 */
@ApplicationScoped
public class CursorCodec {
  private static final int SEAL_BYTES = 16;
  private static final int LONGEST = 512;

  private final byte[] key;

  @Inject
  CursorCodec(@ConfigProperty(name = "shouxin.paging.cursor-key") Optional<String> configured) {
    this.key = configured.map(CursorCodec::decode).orElseGet(CursorCodec::random);
  }

  /**
   * Makes a cursor.
   *
   * @param listing names the listing and everything that must stay the same, for example {@code
   *     "access-history|" + actor.id() + "|" + subject}
   * @param position the last row's sort key; no personal data
   */
  public String seal(String listing, String position) {
    byte[] content = position.getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Arrays.copyOf(mac(listing, content), SEAL_BYTES + content.length);
    System.arraycopy(content, 0, sealed, SEAL_BYTES, content.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
  }

  /**
   * Opens a cursor.
   *
   * @throws ProblemException {@code CURSOR_MALFORMED} for anything that {@link #seal} did not make
   *     for this listing
   */
  public String open(String listing, String cursor) {
    if (cursor.length() <= LONGEST) {
      try {
        byte[] sealed = Base64.getUrlDecoder().decode(cursor);
        if (sealed.length > SEAL_BYTES) {
          byte[] content = Arrays.copyOfRange(sealed, SEAL_BYTES, sealed.length);
          byte[] seal = Arrays.copyOf(sealed, SEAL_BYTES);
          if (MessageDigest.isEqual(seal, Arrays.copyOf(mac(listing, content), SEAL_BYTES))) {
            return new String(content, StandardCharsets.UTF_8);
          }
        }
      } catch (IllegalArgumentException notBase64) {
        throw new ProblemException(ProblemCode.CURSOR_MALFORMED, null, notBase64);
      }
    }
    throw new ProblemException(ProblemCode.CURSOR_MALFORMED);
  }

  private byte[] mac(String listing, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(listing.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return mac.doFinal(content);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256 is part of every JDK", impossible);
    }
  }

  private static byte[] decode(String configured) {
    byte[] key = Base64.getDecoder().decode(configured);
    if (key.length < 32) {
      throw new IllegalStateException("shouxin.paging.cursor-key needs 32 bytes or more in base64");
    }
    return key;
  }

  private static byte[] random() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return key;
  }
}
