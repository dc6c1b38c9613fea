package org.shouxin.records.intake.row;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.shouxin.records.quality.IdType;
import org.shouxin.records.quality.IdentityDocument;
import org.shouxin.records.quality.Normalisation;

/** The document type that a cell names, by {@code document-types.properties}. */
final class DocumentTypes {
  private static final String EITHER_PASSPORT = "EITHER_PASSPORT";

  /** One card for people of Hong Kong, Macau and Taiwan; its number says whose. */
  private static final String ANY_RESIDENCE_PERMIT = "ANY_RESIDENCE_PERMIT";

  /** What people write behind a type's name: 居民身份证(二代), 护照号码. */
  private static final Pattern REMARK = Pattern.compile("(?:号码?)?(?:\\(.*\\))?$");

  private static final Map<String, String> NAMES = names();

  private DocumentTypes() {}

  /**
   * @param number decides between the two kinds of passport where the cell says only 护照, and
   *     between the holders of a 港澳台居民居住证
   */
  static Optional<IdType> find(String cell, String number, LocalDate today) {
    String key = key(cell);
    String name = NAMES.get(key);
    if (name == null) {
      name = NAMES.get(REMARK.matcher(key).replaceFirst(""));
    }
    if (name == null) {
      return Optional.empty();
    }
    if (name.equals(ANY_RESIDENCE_PERMIT)) {
      return Optional.of(Normalisation.number(number).startsWith("83") ? IdType.TRP : IdType.HRP);
    }
    if (!name.equals(EITHER_PASSPORT)) {
      return Optional.of(IdType.valueOf(name));
    }
    boolean chinese = IdentityDocument.check(IdType.CNP, number, null, null, today).accepted();
    return Optional.of(chinese ? IdType.CNP : IdType.FPP);
  }

  private static Map<String, String> names() {
    Properties properties = HeaderProfile.properties("document-types.properties");
    Map<String, String> found = new HashMap<>();
    properties
        .stringPropertyNames()
        .forEach(type ->
            HeaderProfile.list(properties, type).forEach(name -> found.put(key(name), type)));
    return Map.copyOf(found);
  }

  private static String key(String cell) {
    return Normalisation.text(cell).replace(" ", "").toUpperCase(Locale.ROOT);
  }
}
