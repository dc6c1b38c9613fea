package org.shouxin.records.intake.row;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouxin.records.quality.IdentityTerm;
import org.shouxin.records.quality.Normalisation;

/**
 * Dates as exports really write them: ISO, slashes, Chinese, eight digits, Excel serial numbers.
 */
final class DateForms {
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年\\s](\\d{1,2})[-/.月\\s](\\d{1,2})[日号]?(?:[T\\s].*)?");
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?:\\s.*)?");
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:\\d{6})?(?:\\.0)?");
  private static final Pattern SERIAL = Pattern.compile("(\\d{4,6})(?:\\.\\d+)?");
  private static final Pattern NAMED_MONTH =
      Pattern.compile("(\\d{1,2})[- ]([A-Z]{3})[A-Z]*[-, ]+(\\d{4})");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("([A-Z]{3})[A-Z]*\\.? (\\d{1,2})(?:ST|ND|RD|TH)?,? (\\d{4})");
  private static final Pattern LONG_DASH = Pattern.compile("[\\u2010-\\u2015\\u2212]+");
  private static final Pattern AROUND_UNIT = Pattern.compile("\\s*([年月])\\s*|\\s+(?=[日号])");
  private static final Pattern CHINESE_DATE =
      Pattern.compile(
          "([〇零○一二三四五六七八九]{4})\\s*年\\s*(十[一二]?|[一二三四五六七八九])\\s*月"
              + "\\s*([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])\\s*[日号]");
  private static final Pattern RANGE_END =
      Pattern.compile(
          "(?:.*(?:至|到|~|--|—|–|\\bto\\b)"
              + "|(?:\\d{4}[./]\\d{1,2}[./]\\d{1,2}|\\d{8}|\\d{4}年\\d{1,2}月\\d{1,2}日)\\s*-)\\s*(.+)");
  private static final Pattern LONG_TERM =
      Pattern.compile("长期.*|永久.*|终身|无期限|无固定期限|(?i:long[- ]?term|permanent|indefinite)");
  private static final String MONTHS = "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC";

  private DateForms() {}

  /** The day a cell names; empty when it names none or leaves day and month open. */
  static Optional<LocalDate> find(String raw) {
    String text = spelled(Normalisation.text(raw));
    Matcher compact = COMPACT.matcher(text);
    if (compact.matches()) {
      return day(compact.group(1), compact.group(2), compact.group(3));
    }
    Matcher yearFirst = YEAR_FIRST.matcher(text);
    if (yearFirst.matches()) {
      return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return serial(Integer.parseInt(serial.group(1)));
    }
    Matcher yearLast = YEAR_LAST.matcher(text);
    if (yearLast.matches()) {
      return yearLast(yearLast);
    }
    String english = text.toUpperCase(Locale.ROOT);
    Matcher named = NAMED_MONTH.matcher(english);
    if (named.matches()) {
      return named(named.group(3), named.group(2), named.group(1));
    }
    Matcher first = MONTH_FIRST.matcher(english);
    return first.matches()
        ? named(first.group(3), first.group(1), first.group(2))
        : Optional.empty();
  }

  private static Optional<LocalDate> named(String year, String name, String dayOfMonth) {
    int month = MONTHS.indexOf(name);
    return month % 3 == 0
        ? day(year, Integer.toString(month / 3 + 1), dayOfMonth)
        : Optional.empty();
  }

  /** Long dashes are hyphens, nothing stands around 年 and 月, and digits are not written out. */
  private static String spelled(String text) {
    String plain = LONG_DASH.matcher(text).replaceAll("-");
    if (plain.indexOf('年') < 0) {
      return plain;
    }
    Matcher chinese = CHINESE_DATE.matcher(plain);
    return chinese.matches()
        ? digits(chinese.group(1)) + '-' + count(chinese.group(2)) + '-' + count(chinese.group(3))
        : AROUND_UNIT.matcher(plain).replaceAll("$1");
  }

  /** 一九八七 is 1987. */
  private static String digits(String numerals) {
    return numerals
        .chars()
        .map(numeral -> "〇一二三四五六七八九".indexOf(numeral == '零' || numeral == '○' ? '〇' : numeral))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining());
  }

  /** 二十四 is 24. */
  private static int count(String numerals) {
    int ten = numerals.indexOf('十');
    if (ten < 0) {
      return Integer.parseInt(digits(numerals));
    }
    int tens = ten == 0 ? 1 : Integer.parseInt(digits(numerals.substring(0, ten)));
    String ones = numerals.substring(ten + 1);
    return tens * 10 + (ones.isEmpty() ? 0 : Integer.parseInt(digits(ones)));
  }

  /** The last day of a validity: a date, the end of a range, or 长期. */
  static Optional<LocalDate> findValidUntil(String raw) {
    String text = Normalisation.text(raw);
    Matcher range = RANGE_END.matcher(text);
    String end = range.matches() ? range.group(1).strip() : text;
    if (LONG_TERM.matcher(end).matches()) {
      return Optional.of(IdentityTerm.LONG_TERM);
    }
    return find(end).map(day -> day.getYear() >= 2900 ? IdentityTerm.LONG_TERM : day);
  }

  /** 31/12/2020 and 12/31/2020 are clear; 1/2/2020 could be two days and is none. */
  private static Optional<LocalDate> yearLast(Matcher matcher) {
    int first = Integer.parseInt(matcher.group(1));
    int second = Integer.parseInt(matcher.group(2));
    if (first > 12 || first == second) {
      return day(matcher.group(3), matcher.group(2), matcher.group(1));
    }
    return second > 12
        ? day(matcher.group(3), matcher.group(1), matcher.group(2))
        : Optional.empty();
  }

  /** Four digits that read as a recent year are a year without a day, not a serial number. */
  private static Optional<LocalDate> serial(int days) {
    return days >= 1850 && days <= 2100
        ? Optional.empty()
        : Optional.of(SERIAL_ZERO.plusDays(days));
  }

  private static Optional<LocalDate> day(String year, String month, String dayOfMonth) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
