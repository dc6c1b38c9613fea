package org.shouxin.records.vault;

import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The keyed hashes of the two families of ciphers; 16 bytes are kept of each. */
sealed interface IndexSuite {
  int BYTES = 16;

  byte[] hash(String text);

  /** HMAC-SHA256 by Tink, beside AES. */
  record Sha256(PrfSet keys) implements IndexSuite {
    @Override
    public byte[] hash(String text) {
      try {
        return keys.computePrimary(text.getBytes(StandardCharsets.UTF_8), BYTES);
      } catch (GeneralSecurityException e) {
        throw new SealBroken("blind index key", e);
      }
    }
  }

  /** HMAC-SM3 (GB/T 32905) by Bouncy Castle, beside SM4; its key comes of the same keyset. */
  final class Sm3 implements IndexSuite {
    private static final String DERIVED_FOR = "shouxin blind index sm3";
    private final KeyParameter key;

    Sm3(byte[] keysetKey) {
      this.key = new KeyParameter(hmac(new KeyParameter(keysetKey), DERIVED_FOR));
    }

    @Override
    public byte[] hash(String text) {
      return Arrays.copyOf(hmac(key, text), BYTES);
    }

    static byte[] hmac(KeyParameter key, String text) {
      HMac mac = new HMac(new SM3Digest());
      mac.init(key);
      byte[] input = text.getBytes(StandardCharsets.UTF_8);
      mac.update(input, 0, input.length);
      byte[] output = new byte[mac.getMacSize()];
      mac.doFinal(output, 0);
      return output;
    }
  }
}
