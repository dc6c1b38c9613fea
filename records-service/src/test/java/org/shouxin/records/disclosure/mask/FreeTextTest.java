package org.shouxin.records.disclosure.mask;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DR-07 for what somebody typed. */
class FreeTextTest {
  @ParameterizedTest
  @CsvSource({
    "new number 13800138000 by call, new number *******8000 by call",
    "\u65b0\u53f7\u7801\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10, \u65b0\u53f7\u7801*******\uff18\uff10\uff10\uff10",
    "1 3 8 0 0 1 3 8 0 0 0, ***************** 0 0",
    "ID 11010519491231002x, ID **************002x",
    "passport E12345678, passport E****5678",
    "call 0571-88885678, call *********5678",
    "mail zhang.san+x@example.com, mail ***@example.com",
    "mail 123456789@example.com, mail ********@example.com",
    "room 347 of 12 in 310000, room 347 of 12 in 310000"
  })
  void aNumberOrAMailboxIsMaskedWhereItStands(String said, String shown) {
    assertThat(FreeText.masked(said)).isEqualTo(shown);
  }

  @Test
  void aPageOfDigitsIsMaskedLikeANumber() {
    assertThat(FreeText.masked("1".repeat(2_000))).isEqualTo("*".repeat(1_996) + "1111");
  }
}
