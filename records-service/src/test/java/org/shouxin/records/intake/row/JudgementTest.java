package org.shouxin.records.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.quality.ResidentIdentityNumber;

/** Small books, one question each. Numbers are of people born in 1900. */
class JudgementTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final LocalDate BORN = LocalDate.of(1950, 2, 28);
  @TempDir Path folder;

  @Test
  void goodRowGivesThePolicyWithItsPeopleNormalised() throws IOException {
    IntakeRow row =
        only(
            row(1)
                .with("投保人姓名", "　林 安 ")
                .with("投保人手机", "+86 199-3333-0001")
                .with("投保人证件号码", "'" + number(1).toLowerCase(java.util.Locale.ROOT))
                .with("起保日期", "45000")
                .with("保险金额", "5万元")
                .with("受益人姓名", "林甲、林乙")
                .with("受益比例", "0.5/0.5")
                .repeated());
    assertThat(row.defects()).isEmpty();
    PolicyFile policy = java.util.Objects.requireNonNull(row.policy());
    assertThat(policy.applicant().name()).isEqualTo("林安");
    assertThat(policy.applicant().mobile()).isEqualTo("19933330001");
    assertThat(policy.applicant().idNumber()).isEqualTo(number(1));
    assertThat(policy.startOn()).isEqualTo(LocalDate.of(2023, 3, 15));
    assertThat(policy.sumInsured()).isEqualByComparingTo("50000");
    assertThat(policy.insured()).isEqualTo(policy.applicant());
    assertThat(policy.beneficiaries())
        .extracting(PolicyFile.Beneficiary::sharePercent)
        .allSatisfy(share -> assertThat(share).isEqualByComparingTo("50"));
  }

  @ParameterizedTest
  @CsvSource({
    "2015-10-18, 2015-10-18",
    "2035/3/1, 2035-03-01",
    "20301114, 2030-11-14",
    "2024年8月5日, 2024-08-05",
    "2024 年 08 月 05 日 10:00:00, 2024-08-05",
    "二〇二四年十二月三十一日, 2024-12-31",
    "二零二四年八月十日, 2024-08-10",
    "2024—08—05, 2024-08-05",
    "'Aug 5, 2024', 2024-08-05",
    "45509.0, 2024-08-05",
    "2015.10.18, 2015-10-18",
    "2015-10-18 00:00:00, 2015-10-18",
    "2015-10-18T00:00:00, 2015-10-18",
    "２０１５－１０－１８, 2015-10-18",
    "42295, 2015-10-18",
    "42295.0, 2015-10-18",
    "18451, 1950-07-07",
    "31/12/2020, 2020-12-31",
    "12/31/2020, 2020-12-31",
    "18-Oct-2015, 2015-10-18",
    "1/2/2020, ",
    "2015-02-29, ",
    "2015, ",
    "2015-10, ",
    "明天, "
  })
  void dateIsReadInEveryFormThatNamesOneDay(String cell, LocalDate expected) {
    assertThat(DateForms.find(cell).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "长期, 9999-12-31",
    "长期有效, 9999-12-31",
    "2015.03.01-长期, 9999-12-31",
    "20150301-20350301, 2035-03-01",
    "2015.03.01至2035.03.01, 2035-03-01",
    "2999-12-31, 9999-12-31"
  })
  void validityMayBeLongTermOrARange(String cell, LocalDate expected) {
    assertThat(DateForms.findValidUntil(cell).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.9934264608E10, 19934264608",
    "19934264608.0, 19934264608",
    "3.40100E+17, 3.40100E+17",
    "3.20500651122092E14, 320500651122092",
    "E12345678, E12345678"
  })
  void exponentIsWrittenOutOnlyWhenNoDigitWasLost(String cell, String expected) {
    assertThat(Amounts.expand(cell)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "投保人证件号码, 3.40100E+17, ID_FORMAT",
    "投保人证件号码, 无, KEY_FIELD_MISSING",
    "投保人手机, 无, MOBILE_FORMAT",
    "投保人手机, N/A, KEY_FIELD_MISSING",
    "投保人证件类型, 驾驶证, ID_TYPE_UNKNOWN",
    "投保人性别, 中, GENDER_FORMAT",
    "投保人邮箱, a@b, EMAIL_FORMAT",
    "投保人地址, 杭州, ADDRESS_FORMAT",
    "保险金额, 很多, AMOUNT_FORMAT",
    "起保日期, 2024-02-30, DATE_FORMAT",
    "受益比例, 50%/40%, BENEFICIARY_SHARE",
    "银行账号, 6222020000000008, CARD_LUHN",
    "保单号, =A1, CELL_FORMULA POLICY_NUMBER_FORMAT",
    "投保人证件有效期至, 2020-01-01, ID_EXPIRED"
  })
  void faultOfOneCellIsReportedOnceThoughTheInsuredRepeatsIt(
      String column, String value, String expected) throws IOException {
    IntakeRow row = only(row(1).with(column, value).repeated());
    assertThat(row.defects())
        .extracting(defect -> defect.column() + " " + defect.code())
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(expected.split(" ", -1))
                .map(code -> column + " " + code)
                .toArray(String[]::new));
  }

  @Test
  void everyFaultOfARowIsReported() throws IOException {
    IntakeRow row =
        only(
            row(1)
                .with("投保人证件号码", "990105194912310023")
                .with("投保人手机", "12345")
                .with("银行账号", "1")
                .with("终止日期", "2001-01-01"));
    assertThat(row.defects())
        .extracting(defect -> defect.code().name())
        .contains("ID_REGION", "ID_DOB_MISMATCH", "MOBILE_FORMAT", "CARD_FORMAT", "POLICY_PERIOD");
    assertThat(row.policy()).isNull();
  }

  @Test
  void selfWithAnotherDocumentIsAContradiction() throws IOException {
    assertThat(codes(read(row(1).with("被保险人证件号码", number(3)))).get(0))
        .contains("RELATION_MISMATCH");
    assertThat(codes(read(row(1).with("与投保人关系", "配偶"))).get(0)).contains("RELATION_MISMATCH");
  }

  @Test
  void documentTypesAreUnderstoodAsPeopleWriteThem() throws IOException {
    assertThat(only(foreigner("护照", "E12345678")).defects()).isEmpty();
    assertThat(only(foreigner("港澳居民来往内地通行证", "H12345678")).defects()).isEmpty();
    assertThat(only(foreigner("台胞证", "12345678")).defects()).isEmpty();
    assertThat(only(foreigner("外国护照", "X123456")).defects())
        .extracting(Defect::column)
        .containsExactly("投保人国籍", "被保险人国籍");
  }

  @Test
  void numberSharedByThreeHouseholdsIsReportedAndByOneFamilyIsNot() throws IOException {
    List<Set<String>> strangers =
        codes(
            read(
                row(1).mobile("19955550001").at("上海市浦东新区甲路1号"),
                row(3).mobile("19955550001").at("北京市朝阳区乙路2号"),
                row(5).mobile("19955550001").at("浙江省杭州市丙路3号"),
                row(7).mobile("19955550009").at("浙江省杭州市丙路3号")));
    assertThat(strangers)
        .containsExactly(
            Set.of("PHONE_SHARED"), Set.of("PHONE_SHARED"), Set.of("PHONE_SHARED"), Set.of());

    List<Set<String>> household =
        codes(
            read(
                row(1).mobile("19955550002").at("上海市浦东新区甲路1号"),
                row(3).mobile("19955550002").at("上海市浦东新区甲路1号（收件人：某）"),
                row(5).mobile("19955550002").at("上海市 浦东新区甲路1号")));
    assertThat(household).containsOnly(Set.of());

    List<Set<String>> parents =
        codes(
            read(
                row(1).mobile("19955550003").at("上海市浦东新区甲路1号").child(9),
                row(3).mobile("19955550003").at("北京市朝阳区乙路2号").child(9),
                row(5).mobile("19955550003").at("浙江省杭州市丙路3号").child(9)));
    assertThat(parents).as("all insure the same child").containsOnly(Set.of());

    List<Set<String>> twoAndATypingError =
        codes(
            read(
                row(1).mobile("19955550004").at("上海市浦东新区甲路1号"),
                row(3).mobile("19955550004").at("北京市朝阳区乙路2号"),
                row(3).with("投保人姓名", "林叁叁").mobile("19955550004").at("四川省成都市丁路4号")));
    assertThat(twoAndATypingError).noneMatch(found -> found.contains("PHONE_SHARED"));
  }

  @Test
  void policyNumberUsedAgainIsADuplicateButASecondInsuredIsNot() throws IOException {
    assertThat(codes(read(row(1), row(3).with("保单号", "SP0000000001"))))
        .containsExactly(Set.of(), Set.of("DUPLICATE_POLICY"));
    assertThat(codes(read(row(1), row(1)))).containsExactly(Set.of(), Set.of("DUPLICATE_POLICY"));
    assertThat(codes(read(row(1).child(9), row(1).child(11)))).containsOnly(Set.of());
  }

  @Test
  void missingColumnIsNamedOnceAtTheHeader() throws IOException {
    List<IntakeRow> rows = read(List.of("投保人邮箱", "投保人职业", "投保人手机"), row(1));
    assertThat(rows.get(0).number()).isEqualTo(1);
    assertThat(rows.get(0).defects())
        .extracting(defect -> defect.column() + " " + defect.code())
        .containsExactly("投保人手机 COLUMN_MISSING", "投保人职业 COLUMN_MISSING");
    assertThat(codes(rows).get(1)).containsExactly("KEY_FIELD_MISSING");
  }

  @Test
  void damagedRowsAreReportedAndTheirNeighboursKept() throws IOException {
    List<String> lines = lines(row(1), row(3), row(5), row(7), row(9), row(11));
    lines.set(2, lines.get(2) + ",stray");
    lines.set(3, lines.get(3).replace("SP0000000005", "\"SP0000000005"));
    lines.set(4, lines.get(4).replace("林柒", "\"林\"柒"));
    lines.set(5, lines.get(5).replace("林玖", "\uFFFD玖"));
    lines.add(3, "");
    lines.add(lines.get(0));
    lines.add("合计,,6" + ",".repeat(lines.get(0).split(",", -1).length - 3));
    Path file = Files.writeString(folder.resolve("damaged.csv"), String.join("\r\n", lines));
    List<IntakeRow> rows = Recall.read(file, Set.of(), TODAY);
    assertThat(rows.stream().map(row -> row.number() + " " + codes(List.of(row)).get(0)))
        .containsExactly(
            "2 []",
            "3 [ROW_WIDTH]",
            "5 [ROW_QUOTING]",
            "6 [ROW_QUOTING]",
            "7 [ROW_ENCODING]",
            "8 []");
  }

  @Test
  void quotedLineBreaksAreOneRow() throws IOException {
    List<IntakeRow> rows = read(row(1).with("投保人地址", "上海市浦东新区甲路1号\n（收件人：\"林\"）"), row(3));
    assertThat(rows).extracting(IntakeRow::number).containsExactly(2L, 3L);
    assertThat(codes(rows)).containsOnly(Set.of());
  }

  @Test
  void rowsOfAnotherEncodingInTheSameFileAreFound() throws IOException {
    List<String> lines = lines(row(1), row(3));
    java.nio.charset.Charset gb = java.nio.charset.Charset.forName("GB18030");
    var bytes = new java.io.ByteArrayOutputStream();
    bytes.write((lines.get(0) + "\n" + lines.get(1) + "\n").getBytes(gb));
    bytes.write((lines.get(2) + "\n").getBytes(StandardCharsets.UTF_8));
    Path file = Files.write(folder.resolve("mixed.csv"), bytes.toByteArray());
    List<Set<String>> codes = codes(Recall.read(file, Set.of(), TODAY));
    assertThat(codes.get(0)).isEmpty();
    assertThat(codes.get(1)).containsAnyOf("ROW_ENCODING", "ROW_WIDTH");
  }

  @Test
  void applicationNumberThatCouldNameAPersonIsNotPrinted() throws IOException {
    assertThat(only(row(1).with("投保单号", "19912345678")).applicationNo()).isEmpty();
    assertThat(only(row(1).with("投保单号", number(1))).applicationNo()).isEmpty();
    assertThat(only(row(1).with("投保单号", "林安")).applicationNo()).isEmpty();
    assertThat(only(row(1)).applicationNo()).isEqualTo("SB00000001");
  }

  private IntakeRow only(Line line) throws IOException {
    return read(line).getFirst();
  }

  private List<IntakeRow> read(Line... lines) throws IOException {
    return read(List.of(), lines);
  }

  private List<IntakeRow> read(List<String> without, Line... lines) throws IOException {
    Path file = folder.resolve("book" + System.nanoTime() + ".csv");
    List<String> text = new ArrayList<>();
    text.add(String.join(",", names(lines[0], without)));
    for (Line line : lines) {
      text.add(names(line, without).stream().map(line::quoted).collect(Collectors.joining(",")));
    }
    Files.write(file, text);
    return Recall.read(file, Set.of(), TODAY);
  }

  private static List<String> lines(Line... lines) {
    List<String> text = new ArrayList<>();
    text.add(String.join(",", names(lines[0], List.of())));
    for (Line line : lines) {
      text.add(names(line, List.of()).stream().map(line::quoted).collect(Collectors.joining(",")));
    }
    return text;
  }

  private static List<String> names(Line line, List<String> without) {
    return line.cells.keySet().stream().filter(name -> !without.contains(name)).toList();
  }

  private static List<Set<String>> codes(List<IntakeRow> rows) {
    return rows.stream()
        .map(row ->
            row.defects().stream().map(defect -> defect.code().name()).collect(Collectors.toSet()))
        .toList();
  }

  private static String number(int sequence) {
    return ResidentIdentityNumber.make("310101", BORN, sequence);
  }

  /** A man of odd sequence who insures himself. */
  private static Line row(int sequence) {
    Line line = new Line();
    line.with("投保单号", "SB%08d".formatted(sequence)).with("保单号", "SP%010d".formatted(sequence));
    line.with("保险公司", "晨光人寿").with("险种", "年金保险").with("保险金额", "50000").with("保险费", "1000");
    line.with("起保日期", "2024-01-01").with("终止日期", "2034-01-01");
    line.with("投保人姓名", "林" + "零壹贰叁肆伍陆柒捌玖拾丙".charAt(sequence % 12)).with("投保人性别", "男");
    line.with("投保人出生日期", BORN.toString()).with("投保人证件类型", "居民身份证");
    line.with("投保人证件号码", number(sequence)).with("投保人证件有效期至", "长期");
    line.with("投保人手机", "1993333%04d".formatted(sequence)).with("投保人邮箱", "");
    line.with("投保人地址", "上海市浦东新区世纪大道1号").with("投保人职业", "教师").with("投保人国籍", "");
    line.with("与投保人关系", "本人");
    line.with("受益人姓名", "法定").with("受益比例", "100%");
    line.with("银行账号", "6222020000000007").with("业务员工号", "1024");
    return line.repeated();
  }

  private static Line foreigner(String type, String number) {
    return row(1).with("投保人证件类型", type).with("投保人证件号码", number).repeated();
  }

  /** Cells by column name. */
  private static final class Line {
    private final Map<String, String> cells = new LinkedHashMap<>();

    Line with(String column, String value) {
      cells.put(column, value);
      return this;
    }

    Line mobile(String number) {
      return with("投保人手机", number).with("被保险人手机", number);
    }

    Line at(String address) {
      return with("投保人地址", address);
    }

    Line child(int sequence) {
      LocalDate born = LocalDate.of(2020, 5, 1);
      with("与投保人关系", "子女").with("被保险人姓名", "林小").with("被保险人出生日期", born.toString());
      with("被保险人证件号码", ResidentIdentityNumber.make("310101", born, sequence));
      return with("被保险人手机", "");
    }

    Line repeated() {
      for (String attribute : List.of("姓名", "性别", "出生日期", "证件类型", "证件号码", "手机")) {
        with("被保险人" + attribute, cells.getOrDefault("投保人" + attribute, ""));
      }
      return with("被保险人国籍", "");
    }

    String quoted(String column) {
      String value = cells.getOrDefault(column, "");
      return value.matches("(?s).*[,\"\\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
  }
}
