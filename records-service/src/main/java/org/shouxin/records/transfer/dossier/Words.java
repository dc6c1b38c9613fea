package org.shouxin.records.transfer.dossier;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of a printed dossier in one language. */
record Words(Locale language, Properties texts) {

  static Words in(Locale language) {
    String name = language.getLanguage().equals("zh") ? "dossier_zh-CN" : "dossier_en";
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(name + ".properties")),
            StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(in);
      return new Words(language, texts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The word of a key; a code without a word is shown as it is. */
  String of(String key) {
    return texts.getProperty(key, key);
  }
}
