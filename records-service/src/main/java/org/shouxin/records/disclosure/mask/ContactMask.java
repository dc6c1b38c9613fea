package org.shouxin.records.disclosure.mask;

import java.util.regex.Pattern;
import org.shouxin.records.quality.ContactPoint;
import org.shouxin.records.quality.Regions;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.quality.Verdict;

/** Telephone, e-mail, postal and network addresses. */
final class ContactMask {
  private static final Pattern IPV4 =
      Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

  private static final Pattern DIGIT_RUN = Pattern.compile("\\d{5}");

  private ContactMask() {}

  static String ofTelephone(MaskLevel level, String raw) {
    Verdict verdict = Telephone.checkContact(raw);
    if (!verdict.accepted()) {
      return Masks.FULL;
    }
    String number = verdict.value();
    if (Telephone.isLandline(number)) {
      return landline(level, number);
    }
    String last = number.substring(number.length() - 4);
    if (number.length() == 11 && number.charAt(0) == '1') {
      return level == MaskLevel.W ? number.substring(0, 3) + "****" + last : "*******" + last;
    }
    return number.length() >= 10 ? "*******" + last : Masks.FULL;
  }

  static String ofEmail(MaskLevel level, String raw) {
    Verdict verdict = ContactPoint.checkEmail(raw);
    String address = verdict.value();
    int at = address.indexOf('@');
    if (!verdict.accepted() || DIGIT_RUN.matcher(address.substring(at)).find()) {
      return Masks.FULL;
    }
    String shown = level == MaskLevel.W && at > 1 ? address.substring(0, 1) : "";
    return shown + "***" + address.substring(at);
  }

  static String ofAddress(MaskLevel level, String raw) {
    Verdict verdict = ContactPoint.checkAddress(raw);
    Regions.Head head = verdict.accepted() ? Regions.head(verdict.value()) : null;
    if (head == null) {
      return Masks.FULL;
    }
    String shown = head.province() + head.city() + (level == MaskLevel.W ? head.district() : "");
    return shown + "****";
  }

  static String ofIpAddress(MaskLevel level, String raw) {
    if (!IPV4.matcher(raw).matches()) {
      return Masks.FULL;
    }
    String[] parts = raw.split("\\.", -1);
    return level == MaskLevel.W
        ? parts[0] + "." + parts[1] + "." + parts[2] + ".0/24"
        : parts[0] + "." + parts[1] + ".0.0/16";
  }

  /** Area codes have three digits for 010 and 02x, four elsewhere. */
  private static String landline(MaskLevel level, String number) {
    int area = number.startsWith("010") || number.startsWith("02") ? 3 : 4;
    String digits = number.replace("-", "");
    String subscriber =
        number.indexOf('-') == area ? number.substring(area + 1) : digits.substring(area);
    int extension = subscriber.indexOf('-');
    String main = extension < 0 ? subscriber : subscriber.substring(0, extension);
    return level == MaskLevel.W
        ? number.substring(0, area) + "-****" + main.substring(main.length() - 4)
        : number.substring(0, area) + "-****";
  }
}
