package org.shouxin.records.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm4FieldTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] KEY = HEX.parseHex("0123456789abcdeffedcba9876543210");

  @Test
  void agreesWithTheVectorOfRfc8998() throws GeneralSecurityException {
    byte[] plain =
        HEX.parseHex(
            "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
    byte[] associated = HEX.parseHex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
    byte[] nonce = HEX.parseHex("00001234567800000000abcd");

    byte[] sealed = new Sm4Field(KEY).encrypt(plain, associated, nonce);

    assertThat(HEX.formatHex(sealed))
        .isEqualTo(
            "00001234567800000000abcd"
                + "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                + "83de3541e4c2b58177e065a9bf7b62ec");
    assertThat(new Sm4Field(KEY).decrypt(sealed, associated)).isEqualTo(plain);
  }

  @Test
  void aChangedByteOrAnotherPlaceDoesNotOpen() throws GeneralSecurityException {
    byte[] sealed = new Sm4Field(KEY).encrypt(new byte[] {1, 2, 3}, new byte[] {9});
    byte[] changed = sealed.clone();
    changed[changed.length - 1] ^= 1;

    assertThatThrownBy(() -> new Sm4Field(KEY).decrypt(changed, new byte[] {9}))
        .isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> new Sm4Field(KEY).decrypt(sealed, new byte[] {8}))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
