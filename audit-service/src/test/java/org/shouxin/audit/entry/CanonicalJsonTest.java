package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** Canonical text, compared with an independent implementation of RFC 8785. */
class CanonicalJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theTextIsWhatAnIndependentCanonicalizerWrites() throws IOException {
    for (String json :
        List.of(
            "{\"b\":[1,-2,0],\"a\":{\"z\":true,\"y\":null,\"aa\":\"x\"}}",
            "{\"\\u20ac\":1,\"\\r\":2,\"\\ufb33\":3,\"1\":4,\"\\ud83d\\ude00\":5,\"\\u0080\":6,\"\\u00f6\":7}",
            "{\"s\":\"\\u0000\\u001f\\b\\f\\n\\r\\t\\\"\\\\/ \u674e\u96f7 \\u007f\"}",
            "{\"count\":9007199254740991,\"empty\":{},\"none\":[]}")) {
      assertThat(new String(CanonicalJson.write(JSON.readTree(json)), StandardCharsets.UTF_8))
          .isEqualTo(new JsonCanonicalizer(json).getEncodedString());
    }
  }

  @Test
  void numbersThatOthersMightWriteDifferentlyAreRefused() throws IOException {
    for (String json : List.of("1.5", "1e3", "9007199254740992")) {
      assertThatThrownBy(() -> CanonicalJson.write(JSON.readTree(json)))
          .hasMessage("only whole numbers within 2^53 are canonical here");
    }
  }

  @Test
  void identityAndMobileNumbersAreFoundAndOtherDigitsAreNot() {
    for (String personal :
        List.of("a13812345678b", "11010519491231002X", "id:110105194912310021.", "19999999999")) {
      assertThat(PersonalNumbers.areIn(personal)).as(personal).isTrue();
    }
    for (String harmless :
        List.of(
            "12812345678",
            "138123456789",
            "2026-11-22T12:00:00.123456789Z",
            "010105194912310021",
            "11010519491231002XA",
            "110105194912310021A",
            "1381234567")) {
      assertThat(PersonalNumbers.areIn(harmless)).as(harmless).isFalse();
    }
  }
}
