package org.shouxin.records.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seller's key to which everybody knows signatures is none (R-BT-03). */
class LowOrderTest {
  private static final String IDENTITY = "01" + "00".repeat(31);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "0000000000000000000000000000000000000000000000000000000000000080",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"
      })
  void aKeyUnderWhichOneSignatureFitsManyTextsVerifiesNothing(String encoded) {
    byte[] point = HexFormat.of().parseHex(encoded);
    PublicJwk key =
        new PublicJwk(
            "OKP", "Ed25519", Base64.getUrlEncoder().withoutPadding().encodeToString(point));
    byte[] signature = HexFormat.of().parseHex(IDENTITY + "00".repeat(32));

    assertThat(LowOrder.includes(point)).isTrue();
    assertThat(
            IntStream.range(0, 64)
                .filter(i -> TransferKeys.verifies(key, ("text " + i).getBytes(UTF_8), signature)))
        .isEmpty();
  }
}
