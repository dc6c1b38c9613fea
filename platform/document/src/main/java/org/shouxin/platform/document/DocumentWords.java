package org.shouxin.platform.document;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** The words of a printed document in one language: zh-CN, or else English. */
public record DocumentWords(Locale language, Properties texts) {

  /**
   * Reads {@code NAME_zh-CN.properties} or {@code NAME_en.properties}.
   *
   * @param beside a class of the package that the two files lie in
   */
  public static DocumentWords in(Class<?> beside, String name, Locale language) {
    String file = name + (language.getLanguage().equals("zh") ? "_zh-CN" : "_en") + ".properties";
    try (InputStreamReader in =
        new InputStreamReader(
            Objects.requireNonNull(beside.getResourceAsStream(file)), StandardCharsets.UTF_8)) {
      Properties texts = new Properties();
      texts.load(in);
      return new DocumentWords(language, texts);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The word of a key; a code without a word is shown as it is. */
  public String of(String key) {
    return texts.getProperty(key, key);
  }
}
