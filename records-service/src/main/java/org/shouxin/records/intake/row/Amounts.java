package org.shouxin.records.intake.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouxin.records.quality.Normalisation;

/** Numbers as exports write them: amounts of money, shares, numbers that became exponents. */
final class Amounts {
  private static final Pattern MONEY =
      Pattern.compile("(?:¥|RMB|CNY)?(\\d{1,15}(?:\\.\\d{1,6})?)(万|亿)?(?:元|圆|RMB|CNY)?整?");

  /** A number that passed through floating point, with all its digits. */
  private static final Pattern WHOLE = Pattern.compile("\\s*\\d{1,15}\\.0");

  private static final Pattern EXPONENT = Pattern.compile("\\d(?:\\.\\d+)?E\\+?\\d{1,2}");
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)(%)?");
  static final Pattern LIST = Pattern.compile("[/、,;|\\n，；]+");

  private Amounts() {}

  /** Yuan. */
  static Optional<BigDecimal> findMoney(String raw) {
    String text =
        expand(Normalisation.text(raw)).replace(",", "").replace(" ", "").toUpperCase(Locale.ROOT);
    Matcher matcher = MONEY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal amount = new BigDecimal(matcher.group(1));
    String unit = matcher.group(2);
    int shift = unit == null ? 0 : unit.equals("万") ? 4 : 8;
    return Optional.of(amount.movePointRight(shift));
  }

  /** Per cent: 50%/50%, 50/50, 0.5/0.5; empty when a part is no number. */
  static Optional<List<BigDecimal>> findShares(String raw) {
    List<BigDecimal> shares = new ArrayList<>();
    boolean marked = false;
    for (String part : LIST.split(Normalisation.text(raw), -1)) {
      Matcher matcher = SHARE.matcher(part.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      marked |= matcher.group(2) != null;
      shares.add(new BigDecimal(matcher.group(1)));
    }
    BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return Optional.of(
        !marked && sum.compareTo(new BigDecimal("1.001")) <= 0
            ? shares.stream().map(share -> share.movePointRight(2)).toList()
            : shares);
  }

  /**
   * Writes an exponent out when no digit was lost: 1.9934264608E10 is a mobile number, and so is
   * 19934264608.0; 3.40100E+17 stays as it is, since nobody knows its last digits any more.
   */
  static String expand(String raw) {
    if (raw.endsWith(".0") && WHOLE.matcher(raw).matches()) {
      return raw.substring(0, raw.length() - 2);
    }
    if (raw.length() < 3 || (raw.indexOf('E') < 0 && raw.indexOf('e') < 0)) {
      return raw;
    }
    String text = Normalisation.text(raw).toUpperCase(Locale.ROOT);
    if (!EXPONENT.matcher(text).matches()) {
      return raw;
    }
    BigDecimal number = new BigDecimal(text);
    return number.scale() >= 0 && number.precision() <= 15 ? number.toPlainString() : raw;
  }
}
