package org.shouxin.consent.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;

/** JSON Canonicalization Scheme (RFC 8785): the bytes that are signed. */
final class CanonicalJson {
  private CanonicalJson() {}

  static byte[] bytes(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("not JSON", unreadable);
    }
  }
}
