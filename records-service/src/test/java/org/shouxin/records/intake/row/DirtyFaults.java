package org.shouxin.records.intake.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;

/** How a row breaks each rule of DR-00 to DR-06, several ways a rule, written from the rules. */
@NullUnmarked
final class DirtyFaults {
  static final List<String> STAFF = List.of("13912340017", "18612340029");
  private final Random random;
  private final DirtyNumbers numbers;
  private final Map<String, Consumer<DirtyRow>> ways = new TreeMap<>();

  DirtyFaults(Random random) {
    this.random = random;
    this.numbers = new DirtyNumbers(random);
    identity();
    otherDocuments();
    contacts();
    policies();
  }

  /** The codes that one row alone can show. */
  List<String> codes() {
    return List.copyOf(ways.keySet());
  }

  void plant(String code, DirtyRow row) {
    ways.get(code).accept(row);
    row.plant(code);
  }

  private void identity() {
    ways.put(
        "KEY_FIELD_MISSING",
        row ->
            row.set(
                numbers.pick(
                    "投保人姓名", "投保人性别", "投保人出生日期", "投保人证件号码", "投保人手机", "投保人地址", "投保人职业", "保单号",
                    "保险公司", "险种", "保险金额", "保险费", "起保日期", "终止日期"),
                numbers.pick("", " ", "/", "-", "N/A", "　", "不详")));
    cell(
        "ID_FORMAT",
        row ->
            numbers.pick(
                row.resident(row.region()).substring(0, 17),
                row.resident(row.region()) + "0",
                row.resident(row.region()).substring(0, 9)
                    + "O"
                    + row.resident(row.region()).substring(10),
                "3.30106E+17",
                "33010619",
                "见附件"));
    cell(
        "ID_REGION",
        row -> row.resident(numbers.pick("001101", "160101", "290101", "470101", "660101")));
    cell("ID_REGION_UNKNOWN", row -> row.resident(numbers.pick("339999", "449998", "119999")));
    ways.put(
        "ID_BIRTHDATE",
        row -> {
          String year = Integer.toString(row.born.getYear());
          row.set(
              "投保人证件号码",
              numbers.resident(
                  row.region(),
                  numbers.pick(
                      year + "0230",
                      year + "1301",
                      year + "0431",
                      year + "0000",
                      "18490101",
                      "20271231"),
                  row.man));
          row.implied.add("ID_DOB_MISMATCH");
        });
    ways.put(
        "AGE_UNLIKELY",
        row -> {
          row.born = LocalDate.of(1900 + random.nextInt(5), 3, 1);
          row.set("投保人出生日期", row.born.toString());
          row.set("投保人证件号码", row.dressed(row.resident(row.region())));
          row.set("投保人证件有效期至", numbers.pick("长期", "长期有效", "9999-12-31"));
        });
    cell("ID_CHECKSUM", row -> row.dressed(DirtyNumbers.otherLast(row.resident(row.region()))));
    ways.put("ID_GENDER_MISMATCH", row -> row.set("投保人性别", row.man ? "女" : "男"));
    ways.put(
        "ID_DOB_MISMATCH",
        row -> row.set("投保人出生日期", row.date(row.born.plusDays(1 + random.nextInt(20)))));
    cell(
        "ID_15_OBSOLETE",
        row -> {
          String number = row.resident(row.region());
          return number.substring(0, 6) + number.substring(8, 17);
        });
    ways.put(
        "ID_TERM",
        row ->
            row.set(
                "投保人证件有效期至",
                row.date(
                    row.issued
                        .plusYears(numbers.pick("a", "b").equals("a") ? 25 : 19)
                        .plusDays(9))));
    ways.put(
        "ID_EXPIRED",
        row -> {
          LocalDate issued = row.born.plusYears(30).minusYears(2).plusMonths(6);
          issued = issued.isAfter(LocalDate.of(2006, 6, 1)) ? LocalDate.of(2006, 6, 1) : issued;
          boolean young = java.time.Period.between(row.born, issued).getYears() < 26;
          row.set("投保人证件有效期起", row.date(issued));
          row.set("投保人证件有效期至", row.date(issued.plusYears(young ? 10 : 20)));
        });
    ways.put("ID_TYPE_UNKNOWN", row -> row.set("投保人证件类型", numbers.pick("驾驶证", "学生证", "会员卡")));
    cell("ID_TYPE_MISMATCH", row -> row.resident(numbers.pick("810000", "820000", "830000")));
    ways.put(
        "NAME_FORMAT", row -> row.set("投保人姓名", numbers.pick("陈安2", "李#", "王@明", "陈".repeat(31))));
    ways.put("NAME_DUMMY", row -> row.set("投保人姓名", numbers.pick("测试", "张先生", "客户", "测试用户")));
    ways.put("GENDER_FORMAT", row -> row.set("投保人性别", numbers.pick("中", "X", "3", "男女")));
  }

  private void otherDocuments() {
    ways.put(
        "ID_MANUAL_CHECK",
        row ->
            row.set("投保人证件类型", numbers.pick("军官证", "士兵证", "武警证"))
                .set("投保人证件号码", "南字第" + numbers.digits(7) + "号"));
    ways.put("USCC_FORMAT", row -> company(row, "9133010O" + numbers.digits(10)));
    ways.put(
        "USCC_CHECKSUM",
        row -> {
          String code = numbers.creditCode(true);
          char last = code.charAt(17);
          company(row, code.substring(0, 17) + (last == '7' ? '8' : '7'));
        });
    ways.put("USCC_ORG_CHECK", row -> company(row, numbers.creditCode(false)));
  }

  /** A company insures one of its people. */
  static void company(DirtyRow row, String code) {
    row.insures("雇员", LocalDate.of(1980, 5, 6), true);
    row.set("投保人姓名", "杭州某某科技有限公司").set("投保人性别", "").set("投保人出生日期", "");
    row.set("投保人证件类型", "营业执照").set("投保人证件号码", code);
    row.set("投保人证件有效期起", "").set("投保人证件有效期至", "长期").set("投保人职业", "");
  }

  private void contacts() {
    ways.put(
        "MOBILE_FORMAT",
        row ->
            row.set(
                "投保人手机",
                numbers.pick(
                    "12" + numbers.digits(9),
                    "138" + numbers.digits(7),
                    "138" + numbers.digits(9) + "0",
                    "+85221234567",
                    "没有")));
    ways.put(
        "MOBILE_IOT",
        row ->
            row.set(
                "投保人手机",
                numbers.pick("140", "141", "144", "146", "148") + "2" + numbers.digits(5) + "07"));
    ways.put(
        "PHONE_DUMMY",
        row ->
            row.set(
                "投保人手机",
                row.mobile(
                    numbers.pick("13711111111", "13800000000", "13812345678", "18612345678"))));
    ways.put("PHONE_IS_STAFF", row -> row.set("投保人手机", row.mobile(STAFF.get(random.nextInt(2)))));
    ways.put(
        "CARD_FORMAT",
        row ->
            row.set(
                "银行账号",
                numbers.pick(
                    numbers.digits(12),
                    "6" + numbers.digits(20),
                    "62" + numbers.digits(13),
                    "622202A" + numbers.digits(9))));
    ways.put(
        "CARD_LUHN", row -> row.set("银行账号", row.dressed(DirtyNumbers.otherLast(numbers.card()))));
    ways.put(
        "EMAIL_FORMAT",
        row ->
            row.set(
                "投保人邮箱",
                numbers.pick(
                    "a@@example.com",
                    "example.com",
                    "a@b",
                    "@example.com",
                    "a b@example.com",
                    "a".repeat(65) + "@example.com")));
    ways.put("ADDRESS_FORMAT", row -> row.set("投保人地址", numbers.pick("上海", "杭州市", "路".repeat(201))));
    ways.put(
        "POSTCODE_FORMAT", row -> row.set("投保人邮编", numbers.pick("31001", "3100123", "ABCDEF")));
  }

  private void policies() {
    ways.put(
        "DATE_FORMAT",
        row ->
            row.set(
                numbers.pick("起保日期", "终止日期", "投保人出生日期"),
                numbers.pick(
                    "2024-02-30",
                    "2024/13/1",
                    "明年",
                    "2024年2月30日",
                    "20240431",
                    "2024-5",
                    "3/4/2024")));
    ways.put(
        "AMOUNT_FORMAT",
        row -> row.set(numbers.pick("保险金额", "保险费"), numbers.pick("面议", "十万", "1200左右", "-5")));
    ways.put(
        "POLICY_NUMBER_FORMAT",
        row ->
            row.set(
                "保单号",
                numbers.pick(
                    "DP" + numbers.digits(5),
                    "P" + numbers.digits(32),
                    "DP#" + numbers.digits(7),
                    "见保单正本" + numbers.digits(6))));
    ways.put(
        "POLICY_PERIOD",
        row ->
            row.set("起保日期", row.date(LocalDate.of(2025, 6, 1)))
                .set("终止日期", row.date(LocalDate.of(2024, 6, 1))));
    ways.put(
        "BENEFICIARY_SHARE",
        row ->
            row.set("受益人姓名", "陈安/陈康")
                .set("受益比例", numbers.pick("50%/40%", "60/60", "0.3/0.3", "50%/25%/25%", "多数")));
    ways.put(
        "BENEFICIARY_APPLICANT",
        row -> {
          row.insures("其他", LocalDate.of(2015, 5, 6), false);
          row.set("受益人姓名", row.cells.get("投保人姓名")).set("受益比例", "");
          row.set("与投保人关系", numbers.pick("侄女", "外甥", "孙子", "其他"));
        });
    ways.put(
        "APPLICANT_MINOR",
        row -> {
          row.born = LocalDate.of(2009, 3, 4);
          row.set("投保人出生日期", row.date(row.born))
              .set("投保人证件号码", row.dressed(row.resident(row.region())));
          row.set("投保人证件有效期起", row.date(LocalDate.of(2023, 1, 5)))
              .set("投保人证件有效期至", row.date(LocalDate.of(2028, 1, 5)));
          row.set("险种", "百万医疗保险");
        });
    ways.put(
        "INSURED_AGE",
        row -> {
          row.insures("子女", LocalDate.of(2025, 9, 1), false);
          row.set("起保日期", row.date(LocalDate.of(2025, 1, 1)))
              .set("终止日期", row.date(LocalDate.of(2035, 1, 1)));
        });
    ways.put(
        "DEATH_BENEFIT_CAP",
        row -> {
          boolean small = random.nextBoolean();
          row.insures("子女", LocalDate.of(small ? 2018 : 2011, 5, 6), false);
          row.set("险种", numbers.pick("终身寿险", "两全保险")).set("保险金额", small ? "20.5万" : "500001");
        });
    ways.put(
        "RELATION_MISMATCH",
        row -> {
          if (random.nextBoolean()) {
            row.insures("配偶", LocalDate.of(1985, 5, 6), true).set("与投保人关系", "本人");
          } else {
            row.set("与投保人关系", numbers.pick("配偶", "父母"));
          }
        });
  }

  private void cell(String code, java.util.function.Function<DirtyRow, String> number) {
    ways.put(code, row -> row.set("投保人证件号码", number.apply(row)));
  }
}
