package org.shouxin.records.intake.row;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;

/** One row of a dirty book and what is wrong with it by the rules, DR-00 to DR-06. */
@NullUnmarked
final class DirtyRow {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final List<String> REPEATED =
      List.of("姓名", "性别", "出生日期", "证件类型", "证件号码", "国籍", "手机");
  private static final String[] REGIONS = {"110101", "310101", "330106", "440305", "510104"};

  final Map<String, String> cells = new LinkedHashMap<>();

  /** Codes that have to be reported, and no others but {@link #implied}. */
  final Set<String> planted = new TreeSet<>();

  /** Codes that a reader may as well report as a consequence. */
  final Set<String> implied = new TreeSet<>();

  final boolean man;
  LocalDate born;
  LocalDate issued;
  private final DirtyNumbers numbers;
  private final Random random;

  /** A man or woman who was 26 to 45 when the card was issued; everything is right. */
  DirtyRow(int index, Random random) {
    this.random = random;
    this.numbers = new DirtyNumbers(random);
    man = random.nextBoolean();
    born = LocalDate.of(1974, 1, 1).plusDays(random.nextInt(5000));
    issued = born.plusYears(30).plusMonths(6);
    issued = issued.isBefore(LocalDate.of(2010, 1, 1)) ? issued.plusYears(6) : issued;
    LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(600));
    set("投保单号", "DB%08d".formatted(index));
    set("保单号", "DP-%09d".formatted(index));
    set("保险公司", numbers.pick("晨光人寿保险股份有限公司", "长河财产保险股份有限公司"));
    set("险种", numbers.pick("百万医疗保险", "年金保险"));
    set("保险金额", numbers.pick("50000", "10万元", "1,200,000.00"));
    set("保险费", numbers.pick("1200", "￥880.50", "2,300元"));
    set("起保日期", date(start));
    set("终止日期", date(start.plusYears(10)));
    set("投保人姓名", name());
    set("投保人性别", man ? numbers.pick("男", "M", "男性") : numbers.pick("女", "F", "女性"));
    set("投保人出生日期", date(born));
    set("投保人证件类型", numbers.pick("居民身份证", "身份证", "二代证", "01"));
    set("投保人证件号码", dressed(resident(region())));
    set("投保人证件有效期起", date(issued));
    set("投保人证件有效期至", date(issued.plusYears(20)));
    set("投保人手机", mobile(numbers.mobile()));
    set("投保人邮箱", numbers.pick("", "a.b" + index + "@example.com", "A_" + index + "@Example.COM"));
    set(
        "投保人地址",
        "浙江省杭州市西湖区" + numbers.pick("文三路", "学院路") + index + "号" + numbers.pick("", "\n（收件人：本人）"));
    set("投保人邮编", numbers.pick("", "310012", "'310012"));
    set("投保人职业", numbers.pick("教师", "会计", "个体"));
    set("投保人国籍", numbers.pick("", "中国"));
    set("与投保人关系", numbers.pick("本人", "同投保人"));
    set("受益人姓名", numbers.pick("法定", "", "陈安/陈康"));
    set("受益人与被保险人关系", "子女");
    set("受益比例", cells.get("受益人姓名").contains("/") ? numbers.pick("50%/50%", "0.4/0.6", "均分") : "");
    set("银行账号", numbers.pick(numbers.card(), "", "1202020000000001"));
    set("业务员工号", "1024");
    set("备注", "");
  }

  DirtyRow set(String column, String text) {
    cells.put(column, text);
    return this;
  }

  DirtyRow plant(String... codes) {
    planted.addAll(List.of(codes));
    return this;
  }

  boolean isSelf() {
    String relation = cells.get("与投保人关系");
    return relation.equals("本人") || relation.equals("同投保人");
  }

  /** What the row says about the insured, where nobody has said it otherwise. */
  void repeatApplicant() {
    REPEATED.forEach(what -> cells.putIfAbsent("被保险人" + what, cells.get("投保人" + what)));
  }

  /** Somebody else is insured, with a card of her own. */
  DirtyRow insures(String relation, LocalDate birthDate, boolean adult) {
    boolean boy = random.nextBoolean();
    set("与投保人关系", relation);
    set("被保险人姓名", name());
    set("被保险人性别", boy ? "男" : "女");
    set("被保险人出生日期", date(birthDate));
    set("被保险人证件类型", adult ? "身份证" : numbers.pick("户口簿", "身份证"));
    set("被保险人证件号码", dressed(numbers.resident(region(), birthDate, boy)));
    set("被保险人国籍", "");
    return set("被保险人手机", adult ? mobile(numbers.mobile()) : "");
  }

  String resident(String region) {
    return numbers.resident(region, born, man);
  }

  String region() {
    return numbers.pick(REGIONS);
  }

  /** A day as exports write it. */
  String date(LocalDate day) {
    return switch (random.nextInt(8)) {
      case 0 -> day.format(DateTimeFormatter.BASIC_ISO_DATE);
      case 1 -> day.format(DateTimeFormatter.ofPattern("yyyy/M/d"));
      case 2 -> day.format(DateTimeFormatter.ofPattern("yyyy年M月d日"));
      case 3 -> day.format(DateTimeFormatter.ofPattern("yyyy.MM.dd"));
      case 4 -> Long.toString(ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day));
      case 5 -> day + " 00:00:00";
      default -> day.toString();
    };
  }

  /** A number as people type it. */
  String dressed(String number) {
    return switch (random.nextInt(8)) {
      case 0 -> "'" + number;
      case 1 -> number.substring(0, 6) + " " + number.substring(6);
      case 2 -> wide(number);
      case 3 -> number.toLowerCase(Locale.ROOT) + "\t";
      case 4 -> "\u3000" + number + "\u00a0";
      default -> number;
    };
  }

  String mobile(String number) {
    return switch (random.nextInt(7)) {
      case 0 -> "+86 " + number;
      case 1 -> "0086" + number;
      case 2 -> "86" + number;
      case 3 -> number.substring(0, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7);
      case 4 -> wide(number);
      default -> number;
    };
  }

  private String name() {
    String name = numbers.pick("陈", "欧阳", "诸葛", "马") + numbers.pick("安", "沐宁", "嘉", "书桐", "清");
    return numbers.pick(
        name,
        name,
        " " + name + "　",
        name.charAt(0) + " " + name.substring(1),
        "阿依古丽•买买提",
        "Mary-Ann O'Neil");
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }
}
