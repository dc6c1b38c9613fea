package org.shouxin.records.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.shouxin.platform.identity.CustomerId;

/**
 * One customer's unwrapped data key. Held only for the length of one use or in the short-lived
 * cache; never serialised.
 */
public final class DataKey {
  private final CustomerId customer;
  private final CipherSuite suite;
  private final byte[] key;
  private final FieldCipher cipher;

  DataKey(CustomerId customer, CipherSuite suite, byte[] key) {
    this.customer = customer;
    this.suite = suite;
    this.key = key;
    try {
      this.cipher = suite.cipher(key);
    } catch (GeneralSecurityException e) {
      throw new SealBroken("data key", e);
    }
  }

  /** Suite byte, nonce, ciphertext, tag; bound to its place. */
  public byte[] seal(FieldPlace place, String value) {
    requireOwn(place);
    try {
      byte[] body = cipher.encrypt(value.getBytes(StandardCharsets.UTF_8), place.associatedData());
      byte[] sealed = new byte[body.length + 1];
      sealed[0] = suite.tag;
      System.arraycopy(body, 0, sealed, 1, body.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new SealBroken(place.table() + "." + place.column(), e);
    }
  }

  /**
   * @throws SealBroken when the value was changed or stands in another place than it was sealed for
   */
  public String open(FieldPlace place, byte[] sealed) {
    requireOwn(place);
    try {
      FieldCipher reader = cipherOf(sealed);
      byte[] body = Arrays.copyOfRange(sealed, 1, sealed.length);
      return new String(reader.decrypt(body, place.associatedData()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(place.table() + "." + place.column(), e);
    }
  }

  private FieldCipher cipherOf(byte[] sealed) throws GeneralSecurityException {
    if (sealed.length > 0 && sealed[0] == suite.tag) {
      return cipher;
    }
    for (CipherSuite other : CipherSuite.values()) {
      if (sealed.length > 0 && sealed[0] == other.tag) {
        return other.cipher(key);
      }
    }
    throw new GeneralSecurityException("unknown cipher suite");
  }

  private void requireOwn(FieldPlace place) {
    if (!place.customer().equals(customer)) {
      throw new IllegalArgumentException("the key of one customer used for another");
    }
  }

  @Override
  public String toString() {
    return "DataKey[redacted]";
  }
}
