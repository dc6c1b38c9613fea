package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.ADDRESS_FORMAT;
import static org.shouxin.records.quality.DefectCode.EMAIL_FORMAT;
import static org.shouxin.records.quality.DefectCode.POSTCODE_FORMAT;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-06: e-mail and postal addresses. */
public final class ContactPoint {
  private static final Pattern LOCAL_PART =
      Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,63}");
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*[\\r\\n]+\\s*");

  private ContactPoint() {}

  /** All faults of an e-mail address (RFC 5321 lengths); as typed, the domain in lower case. */
  public static Verdict checkEmail(@Nullable String raw) {
    String text = Normalisation.text(raw);
    int at = text.indexOf('@');
    if (at < 1 || at != text.lastIndexOf('@') || at > 64 || text.length() > 254) {
      return Verdict.of(text, EMAIL_FORMAT);
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
    return LOCAL_PART.matcher(local).matches() && DOMAIN.matcher(domain).matches()
        ? Verdict.of(local + '@' + domain)
        : Verdict.of(text, EMAIL_FORMAT);
  }

  /** All faults of a postal address in one text; line breaks become blanks. */
  public static Verdict checkAddress(@Nullable String raw) {
    String text = LINE_BREAKS.matcher(Normalisation.text(raw)).replaceAll(" ");
    int length = text.codePointCount(0, text.length());
    return length >= 5 && length <= 200 ? Verdict.of(text) : Verdict.of(text, ADDRESS_FORMAT);
  }

  /** All faults of a mainland postcode. */
  public static Verdict checkPostcode(@Nullable String raw) {
    String number = Normalisation.number(raw);
    return number.matches("\\d{6}") ? Verdict.of(number) : Verdict.of(number, POSTCODE_FORMAT);
  }
}
