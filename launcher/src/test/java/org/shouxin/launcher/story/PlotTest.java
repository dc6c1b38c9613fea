package org.shouxin.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlotTest {
  @Test
  void anEventIsMissingExactlyWhereTheProductHasNoTypeForIt() {
    assertThat(Plot.read().events())
        .hasSizeGreaterThan(90)
        .allSatisfy(event ->
            assertThat(event.type().isEmpty())
                .as(event.told())
                .isEqualTo(event.state() == ExpectedEvent.State.MISSING));
  }

  @Test
  void bothLanguagesTellTheSameLines() throws IOException {
    assertThat(keys(StoryLanguage.CHINESE)).isEqualTo(keys(StoryLanguage.ENGLISH)).contains("end");
  }

  @Test
  void aMistypedNumberDiffersInItsCheckDigitAlone() {
    InventedPerson person = InventedPerson.bornOn("柳知微", LocalDate.of(1984, 3, 1));
    assertThat(person.idNumber()).matches("33010619840301\\d{2}[02468][\\dX]");
    assertThat(person.mistypedIdNumber())
        .startsWith(person.idNumber().substring(0, 17))
        .isNotEqualTo(person.idNumber());
  }

  private static Set<String> keys(StoryLanguage language) throws IOException {
    String file = "/story/" + language.tag() + ".properties";
    Properties lines = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(PlotTest.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      lines.load(reader);
    }
    return lines.stringPropertyNames();
  }
}
