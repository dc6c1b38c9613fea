package org.shouxin.records.intake.row;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;

/**
 * A book that nobody has seen: every rule broken several times among good rows, in a random dialect
 * and order of columns, with repeated headers, blank rows and totals. The same seed makes the same
 * book. Nothing of the product is used to make it or its answer key.
 */
@NullUnmarked
final class DirtyBook {
  private static final List<String> SECOND =
      List.of("CARD_LUHN", "EMAIL_FORMAT", "POSTCODE_FORMAT", "NONE");
  private static final int TIMES = 3;
  private static final int GOOD = 120;

  final List<DirtyRow> rows = new ArrayList<>();
  final Map<String, Set<String>> planted = new HashMap<>();
  final Map<String, Set<String>> implied = new HashMap<>();
  private final Random random;
  private final DirtyNumbers numbers;
  private final DirtyFaults faults;

  DirtyBook(long seed) {
    random = new Random(seed);
    numbers = new DirtyNumbers(random);
    faults = new DirtyFaults(random);
    for (String code : faults.codes()) {
      for (int i = 0; i < TIMES; i++) {
        DirtyRow row = row();
        faults.plant(code, row);
        String second = SECOND.get(random.nextInt(SECOND.size()));
        if (!second.equals("NONE") && !code.startsWith("CARD") && !code.equals(second)) {
          faults.plant(second, row);
        }
      }
    }
    for (int i = 0; i < GOOD; i++) {
      good(row());
    }
    shareTelephones();
    Collections.shuffle(rows, random);
    repeatPolicyNumbers();
    rows.forEach(row -> {
      row.repeatApplicant();
      planted.put(row.cells.get("投保单号"), row.planted);
      implied.put(row.cells.get("投保单号"), row.implied);
    });
  }

  private DirtyRow row() {
    DirtyRow row = new DirtyRow(rows.size() + 1, random);
    rows.add(row);
    return row;
  }

  /** What breaks no rule, in the forms that are easily taken for faults. */
  private void good(DirtyRow row) {
    switch (random.nextInt(11)) {
      case 0 -> row.insures("子女", LocalDate.of(2017, 5, 6), false);
      case 1 -> row.insures(numbers.pick("配偶", "父母"), LocalDate.of(1960, 5, 6), true);
      case 2 -> DirtyFaults.company(row, row.dressed(numbers.creditCode(true)));
      case 3 ->
          row.set("投保人证件类型", "护照")
              .set("投保人证件号码", "E" + numbers.digits(8))
              .set("投保人证件有效期起", row.date(LocalDate.of(2020, 1, 1)))
              .set("投保人证件有效期至", row.date(LocalDate.of(2030, 1, 1)));
      case 4 ->
          row.set("投保人证件类型", numbers.pick("回乡证", "港澳通行证"))
              .set("投保人证件号码", numbers.pick("H", "M") + numbers.digits(8))
              .set("投保人证件有效期起", "");
      case 5 ->
          row.set("投保人证件类型", "港澳台居民居住证")
              .set("投保人证件号码", row.resident(numbers.pick("810000", "820000", "830000")))
              .set("投保人证件有效期起", "");
      case 6 ->
          row.set("投保人证件类型", "外国护照")
              .set("投保人证件号码", "X" + numbers.digits(7))
              .set("投保人国籍", "USA")
              .set("投保人证件有效期起", "");
      case 7 -> {
        row.insures("子女", LocalDate.of(2016, 5, 6), false);
        row.set("险种", "终身寿险")
            .set("保险金额", "20万")
            .set("受益人姓名", row.cells.get("投保人姓名"))
            .set("受益比例", "100%");
      }
      case 8 -> row.set("投保人手机", numbers.pick("+852 6", "+853 6") + numbers.digits(7));
      case 9 -> row.set("受益人姓名", "陈安、陈康，陈宁").set("受益比例", "33.3%/33.3%/33.4%");
      default -> {}
    }
  }

  /** Three strangers share one number; two others, and three under one roof, may. */
  private void shareTelephones() {
    String three = numbers.mobile();
    String two = numbers.mobile();
    String family = numbers.mobile();
    for (int i = 0; i < 3; i++) {
      row()
          .plant("PHONE_SHARED")
          .set("投保人手机", three)
          .set("投保人姓名", List.of("林甲", "黄乙", "吴丙").get(i));
      row().set("投保人手机", family).set("投保人地址", "浙江省杭州市西湖区文三路8888号");
    }
    row().set("投保人手机", two);
    row().set("投保人手机", two);
  }

  private void repeatPolicyNumbers() {
    List<DirtyRow> good = rows.stream().filter(row -> row.planted.isEmpty()).toList();
    for (int i = 0; i < TIMES; i++) {
      row().set("保单号", good.get(i).cells.get("保单号")).plant("DUPLICATE_POLICY");
    }
  }

  byte[] bytes() {
    List<String> columns = new ArrayList<>(rows.getFirst().cells.keySet());
    columns.add(random.nextInt(columns.size()), "系统流水");
    Collections.shuffle(columns, random);
    String delimiter = numbers.pick(",", "\t", ";");
    Charset charset =
        random.nextInt(3) == 0
            ? StandardCharsets.UTF_8
            : Charset.forName(numbers.pick("GBK", "GB18030"));
    String end = numbers.pick("\n", "\r\n");
    String blank = delimiter.repeat(columns.size() - 1);
    StringBuilder text = new StringBuilder();
    text.append(charset.equals(StandardCharsets.UTF_8) && random.nextBoolean() ? "\uFEFF" : "");
    text.append("东海保险经纪有限公司业务清单")
        .append(blank)
        .append(end)
        .append(line(columns, delimiter))
        .append(end);
    for (int i = 0; i < rows.size(); i++) {
      if (i % 40 == 39) {
        text.append(
                numbers.pick(
                    blank,
                    line(columns, delimiter),
                    "小计" + blank.replaceFirst(delimiter, delimiter + i),
                    "本页合计：40" + blank))
            .append(end);
        if (random.nextBoolean()) {
          Collections.shuffle(columns, random);
          text.append(line(columns, delimiter)).append(end);
        }
      }
      Map<String, String> cells = rows.get(i).cells;
      text.append(
              line(
                  columns.stream()
                      .map(name -> cells.getOrDefault(name, "" + cells.size()))
                      .toList(),
                  delimiter))
          .append(end);
    }
    text.append("总计").append(blank).append(end);
    String written =
        charset.name().equals("GBK")
            ? text.toString().replace('\u2022', '\u00b7').replace('\u00a0', ' ')
            : text.toString();
    return written.getBytes(charset);
  }

  private static String line(List<String> cells, String delimiter) {
    return cells.stream()
        .map(cell ->
            cell.contains(delimiter) || cell.contains("\n") || cell.contains("\"")
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell)
        .collect(Collectors.joining(delimiter));
  }
}
