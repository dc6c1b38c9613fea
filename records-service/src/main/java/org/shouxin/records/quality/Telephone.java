package org.shouxin.records.quality;

import static org.shouxin.records.quality.DefectCode.MOBILE_FORMAT;
import static org.shouxin.records.quality.DefectCode.MOBILE_IOT;
import static org.shouxin.records.quality.DefectCode.PHONE_DUMMY;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** DR-03: mobile and landline numbers. Operator tables are not consulted (number portability). */
public final class Telephone {
  private static final Pattern MAINLAND = Pattern.compile("1[3-9]\\d{9}");
  private static final Pattern THINGS = Pattern.compile("(106|14)\\d+");
  private static final Pattern THINGS_PREFIX = Pattern.compile("14[01468]\\d{8}");
  private static final Pattern HONG_KONG = Pattern.compile("\\+852[4-9]\\d{7}");
  private static final Pattern MACAU = Pattern.compile("\\+8536\\d{7}");
  private static final Pattern TAIWAN = Pattern.compile("\\+8869\\d{8}");
  private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final Pattern HAS_OWN_RULE = Pattern.compile("\\+(86|852|853|886).*");
  private static final Pattern LANDLINE = Pattern.compile("0\\d{2,3}-?[2-9]\\d{6,7}(-\\d{1,6})?");
  private static final Pattern DUMMY =
      Pattern.compile("1\\d{2}(?:(\\d)\\1{7}|12345678|87654321|01234567|23456789)");

  private Telephone() {}

  /**
   * All faults of a mobile number. The value is 11 digits for the mainland, else E.164.
   *
   * @param raw spaces, hyphens and the prefixes +86, 0086, 86 are understood
   */
  public static Verdict checkMobile(@Nullable String raw) {
    String number = national(raw);
    Set<DefectCode> found = EnumSet.noneOf(DefectCode.class);
    if (number.length() == 13 && THINGS.matcher(number).matches()) {
      found.add(MOBILE_IOT);
    } else if (MAINLAND.matcher(number).matches()) {
      if (THINGS_PREFIX.matcher(number).matches()) {
        found.add(MOBILE_IOT);
      }
      if (DUMMY.matcher(number).matches()) {
        found.add(PHONE_DUMMY);
      }
    } else if (!isForeign(number)) {
      found.add(MOBILE_FORMAT);
    }
    return Verdict.of(number, found);
  }

  /** As {@link #checkMobile}, but a landline with area code is good too. */
  public static Verdict checkContact(@Nullable String raw) {
    String text = Normalisation.text(raw).replace("(", "").replace(")", "-").replace(" ", "");
    return LANDLINE.matcher(text).matches() ? Verdict.of(text) : checkMobile(raw);
  }

  /** True for a landline with area code, with or without hyphens. */
  public static boolean isLandline(@Nullable String raw) {
    return LANDLINE.matcher(Normalisation.text(raw)).matches();
  }

  private static String national(@Nullable String raw) {
    String number = Normalisation.number(raw).replace("(", "").replace(")", "");
    if (number.startsWith("+86") && !number.startsWith("+886")) {
      return number.substring(3);
    }
    if (number.startsWith("0086")) {
      return number.substring(4);
    }
    if (number.length() == 13 && number.startsWith("86")) {
      return number.substring(2);
    }
    return number.startsWith("00") ? "+" + number.substring(2) : number;
  }

  private static boolean isForeign(String number) {
    return HONG_KONG.matcher(number).matches()
        || MACAU.matcher(number).matches()
        || TAIWAN.matcher(number).matches()
        || (INTERNATIONAL.matcher(number).matches() && !HAS_OWN_RULE.matcher(number).matches());
  }
}
