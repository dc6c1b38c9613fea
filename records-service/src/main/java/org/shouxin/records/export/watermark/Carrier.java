package org.shouxin.records.export.watermark;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of value that can be said in two ways that mean the same. Recognised by the shape of the
 * cell alone, so that columns may be moved, renamed and left out.
 */
enum Carrier {
  /** Midnight: 00:00 of a day, or 24:00 of the day before it. */
  MIDNIGHT {
    @Override
    Optional<Reading> read(String cell) {
      Matcher matcher = MOMENT.matcher(cell);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      boolean second = matcher.group(2).equals("24:00");
      try {
        LocalDate day = LocalDate.parse(matcher.group(1));
        return Optional.of(new Reading(day.plusDays(second ? 1 : 0).toString(), second));
      } catch (DateTimeParseException noDay) {
        return Optional.empty();
      }
    }

    @Override
    String write(String meaning, boolean second) {
      return second ? LocalDate.parse(meaning).minusDays(1) + " 24:00" : meaning + " 00:00";
    }
  },

  /** A whole amount of money, with or without its decimals. */
  AMOUNT {
    @Override
    Optional<Reading> read(String cell) {
      Matcher matcher = WHOLE.matcher(cell);
      return matcher.matches()
          ? Optional.of(new Reading(matcher.group(1), matcher.group(2) != null))
          : Optional.empty();
    }

    @Override
    String write(String meaning, boolean second) {
      return second ? meaning + ".00" : meaning;
    }
  },

  /** An address that begins with a province or municipality, with or without the word for it. */
  PROVINCE {
    @Override
    Optional<Reading> read(String cell) {
      for (String province : PROVINCES) {
        if (cell.startsWith(province) && cell.length() > province.length() + 2) {
          String rest = cell.substring(province.length());
          boolean named = rest.charAt(0) == '\u5e02' || rest.charAt(0) == '\u7701';
          return Optional.of(new Reading(province + (named ? rest.substring(1) : rest), !named));
        }
      }
      return Optional.empty();
    }

    @Override
    String write(String meaning, boolean second) {
      if (second) {
        return meaning;
      }
      String province = PROVINCES.stream().filter(meaning::startsWith).findFirst().orElse("");
      String word = MUNICIPALITIES.contains(province) ? "\u5e02" : "\u7701";
      return province + word + meaning.substring(province.length());
    }
  };

  private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(00:00|24:00)");
  private static final Pattern WHOLE = Pattern.compile("([1-9]\\d{1,8})(\\.00)?");
  private static final List<String> MUNICIPALITIES =
      List.of("\u5317\u4eac", "\u5929\u6d25", "\u4e0a\u6d77", "\u91cd\u5e86");
  private static final List<String> PROVINCES =
      List.of(
          "\u5317\u4eac",
          "\u5929\u6d25",
          "\u4e0a\u6d77",
          "\u91cd\u5e86",
          "\u6cb3\u5317",
          "\u5c71\u897f",
          "\u8fbd\u5b81",
          "\u5409\u6797",
          "\u9ed1\u9f99\u6c5f",
          "\u6c5f\u82cf",
          "\u6d59\u6c5f",
          "\u5b89\u5fbd",
          "\u798f\u5efa",
          "\u6c5f\u897f",
          "\u5c71\u4e1c",
          "\u6cb3\u5357",
          "\u6e56\u5317",
          "\u6e56\u5357",
          "\u5e7f\u4e1c",
          "\u6d77\u5357",
          "\u56db\u5ddd",
          "\u8d35\u5dde",
          "\u4e91\u5357",
          "\u9655\u897f",
          "\u7518\u8083",
          "\u9752\u6d77");

  /**
   * A cell understood.
   *
   * @param meaning the same for both renderings
   * @param second which of the two it is
   */
  record Reading(String meaning, boolean second) {}

  /** The reading of a normalised cell; empty when it is not of this kind. */
  abstract Optional<Reading> read(String cell);

  abstract String write(String meaning, boolean second);
}
