package org.shouxin.records.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GB/T 2260 regions, current and historical, from {@code regions.tsv}. */
public final class Regions {
  private static final Set<String> FILLERS =
      Set.of("市辖区", "县", "郊区", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位", "市", "城区", "矿区");
  private static final Map<String, List<String>> NAMES = load();
  private static final Map<String, String> PROVINCES = provinces();
  private static final Map<String, List<String>> PARTS = parts();

  private Regions() {}

  /** True when the six digits are in some edition of the list. */
  public static boolean isKnown(String code) {
    return NAMES.containsKey(code);
  }

  /**
   * The administrative head of an address text.
   *
   * @param city empty for municipalities and where the text names none
   */
  public record Head(String province, String city, String district) {}

  /**
   * Reads province, city and district from the start of a normalised address; null when it names no
   * province.
   */
  public static @Nullable Head head(String address) {
    for (Map.Entry<String, String> province : PROVINCES.entrySet()) {
      if (address.startsWith(province.getKey())) {
        String rest = address.substring(province.getKey().length());
        String city = longest(rest, PARTS.getOrDefault(province.getValue() + "00", List.of()));
        String after = rest.substring(city.length());
        String district = longest(after, PARTS.getOrDefault(province.getValue(), List.of()));
        return new Head(province.getKey(), city, district);
      }
    }
    return null;
  }

  private static String longest(String text, List<String> names) {
    String best = "";
    for (String name : names) {
      if (name.length() > best.length() && text.startsWith(name)) {
        best = name;
      }
    }
    return best;
  }

  private static Map<String, String> provinces() {
    Map<String, String> found = new HashMap<>();
    NAMES.forEach((code, names) -> {
      if (code.endsWith("0000")) {
        names.forEach(name -> found.putIfAbsent(name, code.substring(0, 2)));
      }
    });
    return found;
  }

  /** Key: two digits for districts, two digits + "00" for cities of that province. */
  private static Map<String, List<String>> parts() {
    Map<String, List<String>> found = new HashMap<>();
    NAMES.forEach((code, names) -> {
      if (!code.endsWith("0000")) {
        String key = code.substring(0, 2) + (code.endsWith("00") ? "00" : "");
        names.stream()
            .filter(name -> name.length() > 1 && !FILLERS.contains(name))
            .forEach(name -> found.computeIfAbsent(key, k -> new ArrayList<>()).add(name));
      }
    });
    return found;
  }

  private static Map<String, List<String>> load() {
    Map<String, List<String>> found = new HashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Regions.class.getResourceAsStream("regions.tsv")),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int tab = line.indexOf('\t');
        if (tab == 6) {
          found.put(line.substring(0, 6), List.of(line.substring(7).split("/", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
