package org.shouxin.records.intake.row;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.shouxin.records.quality.Normalisation;

/**
 * Which column names mean which {@link Field}: an editable list, {@code header-profile.properties}.
 */
public final class HeaderProfile {
  private static final Pattern NOISE = Pattern.compile("[\\s*_\\-.:()\\[\\]【】]+");
  private static final Pattern BRACKETS = Pattern.compile("\\(.*?\\)|\\[.*?]|【.*?】");
  private final Map<String, Field> names;

  private HeaderProfile(Map<String, Field> names) {
    this.names = names;
  }

  /** The profile that the product ships. */
  public static HeaderProfile standard() {
    return new HeaderProfile(names(properties("header-profile.properties")));
  }

  /** What a column name means. */
  public Optional<Field> find(String columnName) {
    Field field = names.get(key(columnName));
    return Optional.ofNullable(
        field != null
            ? field
            : names.get(key(BRACKETS.matcher(Normalisation.text(columnName)).replaceAll(""))));
  }

  /** How many distinct fields the cells of a row name. */
  public int recognised(List<String> cells) {
    return (int) cells.stream().flatMap(cell -> find(cell).stream()).distinct().count();
  }

  /** The columns of a header; of two that mean the same the first counts. */
  public Columns columns(List<String> header) {
    Map<Field, Integer> indexes = new EnumMap<>(Field.class);
    for (int i = 0; i < header.size(); i++) {
      int index = i;
      find(header.get(i)).ifPresent(field -> indexes.putIfAbsent(field, index));
    }
    return new Columns(header, indexes);
  }

  static Properties properties(String resource) {
    Properties found = new Properties();
    try (InputStream in =
        Objects.requireNonNull(HeaderProfile.class.getResourceAsStream(resource))) {
      found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  static Stream<String> list(Properties properties, String key) {
    return Stream.of(properties.getProperty(key, "").split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty());
  }

  private static Map<String, Field> names(Properties profile) {
    Map<String, Field> found = new HashMap<>();
    for (Field field : Field.values()) {
      list(profile, field.name()).forEach(name -> found.putIfAbsent(key(name), field));
    }
    for (Field field : Field.values()) {
      String party = field.name().substring(0, Math.max(0, field.name().indexOf('_')));
      String attribute = "attribute." + field.name().substring(party.length() + 1);
      list(profile, "party." + party)
          .forEach(owner ->
              list(profile, attribute)
                  .forEach(name -> {
                    found.putIfAbsent(key(owner + name), field);
                    found.putIfAbsent(key(owner + "的" + name), field);
                    found.putIfAbsent(key(name + "(" + owner + ")"), field);
                  }));
      if (party.equals("APPLICANT")) {
        list(profile, attribute).forEach(name -> found.putIfAbsent(key(name), field));
      }
    }
    list(profile, "party.APPLICANT")
        .forEach(name -> found.putIfAbsent(key(name), Field.APPLICANT_NAME));
    list(profile, "party.INSURED")
        .forEach(name -> found.putIfAbsent(key(name), Field.INSURED_NAME));
    return Map.copyOf(found);
  }

  private static String key(String name) {
    return NOISE.matcher(Normalisation.text(name)).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
