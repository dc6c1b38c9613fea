package org.shouxin.records.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/** SM4-GCM: 12-byte random nonce, ciphertext, 16-byte tag, in this order (as RFC 8998 uses it). */
final class Sm4Field implements FieldCipher {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final KeyParameter key;

  Sm4Field(byte[] key) {
    this.key = new KeyParameter(key);
  }

  @Override
  public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    return encrypt(plain, associated, nonce);
  }

  /** With a given nonce, for the published test vector only. */
  byte[] encrypt(byte[] plain, byte[] associated, byte[] nonce) throws GeneralSecurityException {
    byte[] body = run(true, nonce, plain, associated);
    byte[] sealed = Arrays.copyOf(nonce, nonce.length + body.length);
    System.arraycopy(body, 0, sealed, nonce.length, body.length);
    return sealed;
  }

  @Override
  public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new GeneralSecurityException("too short");
    }
    return run(
        false,
        Arrays.copyOf(sealed, NONCE_BYTES),
        Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length),
        associated);
  }

  private byte[] run(boolean encrypting, byte[] nonce, byte[] input, byte[] associated)
      throws GeneralSecurityException {
    var gcm = GCMBlockCipher.newInstance(new SM4Engine());
    gcm.init(encrypting, new AEADParameters(key, TAG_BITS, nonce, associated));
    byte[] output = new byte[gcm.getOutputSize(input.length)];
    int length = gcm.processBytes(input, 0, input.length, output, 0);
    try {
      gcm.doFinal(output, length);
    } catch (InvalidCipherTextException e) {
      throw new GeneralSecurityException("tag does not match", e);
    }
    return output;
  }
}
