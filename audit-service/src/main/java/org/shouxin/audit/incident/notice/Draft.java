package org.shouxin.audit.incident.notice;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The items of PIPL 57 as far as the system knows them; what only people know is an empty text,
 * which is refused until somebody has written it.
 */
public final class Draft {
  private static final Map<String, String> ZH =
      Map.ofEntries(
          Map.entry("name", "姓名"),
          Map.entry("idType", "证件类型"),
          Map.entry("idNumber", "证件号码"),
          Map.entry("gender", "性别"),
          Map.entry("birthDate", "出生日期"),
          Map.entry("mobile", "手机号"),
          Map.entry("email", "电子邮箱"),
          Map.entry("address", "地址"),
          Map.entry("policies", "保单信息"));
  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("idType", "type of ID"),
          Map.entry("idNumber", "ID number"),
          Map.entry("gender", "gender"),
          Map.entry("birthDate", "date of birth"),
          Map.entry("mobile", "mobile number"),
          Map.entry("email", "e-mail address"),
          Map.entry("address", "address"),
          Map.entry("policies", "policies"));

  private Draft() {}

  /**
   * Drafts the items in both languages.
   *
   * @param fields names of the fields exposed of anybody; empty before they are known
   */
  public static Map<String, Map<NoticeItem, String>> of(List<String> fields) {
    Map<String, Map<NoticeItem, String>> draft = new TreeMap<>();
    draft.put(Language.ZH_CN.tag(), items(words(fields, ZH, "、"), ADVICE_ZH));
    draft.put(Language.EN.tag(), items(words(fields, EN, ", "), ADVICE_EN));
    return draft;
  }

  private static final String ADVICE_ZH =
      "不要向来电者提供验证码、密码或银行卡号；对自称本公司或保险公司的来电，请挂断后拨打官方热线核实；"
          + "如已受骗，请立即拨打 110 或 96110 报警；在客户门户可查看谁看过您的信息。";
  private static final String ADVICE_EN =
      "Give no caller a code, a password or a card number. If somebody says to call for us or for an"
          + " insurer, hang up and call the official hotline. If you were deceived, call the police"
          + " at 110 or 96110 at once. The customer portal shows who saw your data.";

  private static Map<NoticeItem, String> items(String categories, String advice) {
    Map<NoticeItem, String> items = new EnumMap<>(NoticeItem.class);
    for (NoticeItem item : NoticeItem.values()) {
      items.put(item, "");
    }
    items.put(NoticeItem.CATEGORIES, categories);
    items.put(NoticeItem.MEASURES_YOU_CAN_TAKE, advice);
    return items;
  }

  private static String words(List<String> fields, Map<String, String> words, String separator) {
    return fields.stream()
        .map(field -> words.getOrDefault(field, field))
        .collect(Collectors.joining(separator));
  }
}
