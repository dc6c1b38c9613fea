package org.shouxin.records.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/**
 * The authenticated ciphers a controller may choose for new customers (R-RC-06). The first byte of
 * each sealed value names its suite, so values of both stay readable side by side.
 */
public enum CipherSuite {
  AES_256_GCM((byte) 1) {
    @Override
    FieldCipher cipher(byte[] key) throws GeneralSecurityException {
      return new AesField(new AesGcmJce(key));
    }
  },
  /** GB/T 32907 in GCM mode, key = first 128 bits of the data key (Bouncy Castle). */
  SM4_GCM((byte) 2) {
    @Override
    FieldCipher cipher(byte[] key) {
      return new Sm4Field(Arrays.copyOf(key, 16));
    }
  };

  final byte tag;

  CipherSuite(byte tag) {
    this.tag = tag;
  }

  abstract FieldCipher cipher(byte[] key) throws GeneralSecurityException;
}
