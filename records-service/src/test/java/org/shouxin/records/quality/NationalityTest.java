package org.shouxin.records.quality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R-RC-01: one country however a file writes it. */
class NationalityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\u4e2d\u56fd; CHN",
        "\u4e2d\u534e\u4eba\u6c11\u5171\u548c\u56fd; CHN",
        "CN; CHN",
        "chn; CHN",
        "P.R.C.; CHN",
        "156; CHN",
        "\u7f8e\u56fd\u7c4d; USA",
        "U.S.A.; USA",
        "United States of America; USA",
        "\u4e2d\u56fd\u9999\u6e2f; HKG",
        "Hong Kong; HKG",
        "\u5fb7\u56fd; DEU",
        "C\u00f4te d'Ivoire; CIV",
        "cote d\u2019ivoire; CIV",
        "\uff35\uff2b; GBR",
        "Atlantis; Atlantis"
      })
  void oneCountryHasOneCodeAndAnUnknownOneStaysAsWritten(String written, String code) {
    assertThat(Nationality.normalise(written)).isEqualTo(code);
  }
}
