package org.shouxin.records.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Nationalities as codes of ISO 3166-1 alpha-3 (GB/T 2659), from {@code countries.tsv}: two files
 * that write one country differently do not contradict each other, and a passport is the same one
 * in both (R-RC-01).
 */
public final class Nationality {
  private static final String NATIONAL = "\u7c4d";
  private static final Map<String, List<String>> SPELLINGS = new HashMap<>();
  private static final Map<String, String> CODES = load();

  private Nationality() {}

  /** The code of a country's code or name in Chinese or English; the text when nobody knows it. */
  public static String normalise(@Nullable String raw) {
    String text = Normalisation.text(raw);
    String key = key(text);
    String code = CODES.get(key);
    return code != null ? code : CODES.getOrDefault(withoutSuffix(key), text);
  }

  /**
   * The ways in which a country is written: its code, or the text when nobody knows it, then every
   * other way of the list, those in Chinese also as a nationality.
   */
  public static List<String> spellings(String raw) {
    String code = normalise(raw);
    return SPELLINGS.getOrDefault(code, List.of(code));
  }

  private static String withoutSuffix(String key) {
    return key.endsWith(NATIONAL) ? key.substring(0, key.length() - 1) : key;
  }

  /** Letters and digits of any script, without accents, upper-case. */
  private static String key(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static Map<String, String> load() {
    Map<String, String> codes = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    Nationality.class.getResourceAsStream("countries.tsv"), "countries.tsv"),
                StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> List.of(line.split("\t")))
          .forEach(country -> put(codes, country));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return Map.copyOf(codes);
  }

  private static void put(Map<String, String> codes, List<String> country) {
    String code = country.getFirst();
    codes.put(code, code);
    codes.put(country.get(1), code);
    Set<String> spellings = new LinkedHashSet<>(List.of(code, country.get(1)));
    for (String name : country.get(2).split("\\|")) {
      codes.put(key(name), code);
      spellings.add(name);
      if (Character.isIdeographic(name.codePointAt(0))) {
        spellings.add(name + NATIONAL);
      }
    }
    SPELLINGS.put(code, List.copyOf(spellings));
  }
}
