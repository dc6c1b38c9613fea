package org.shouxin.records.export.watermark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R-RC-15: what the invisible mark withstands, over seeded random attacks (docs/watermark.md). */
class WatermarkTest {
  private static final int ROWS = 200;
  private static final int EXPORTS = 20;

  /** 10 in a build; docs/watermark.md was measured with 100. */
  private static final int TRIALS = Integer.getInteger("shouxin.watermark.trials", 10);

  /** A leaked sheet made from the export of one employee, with another's at hand. */
  private interface Attack extends BiFunction<List<List<String>>, Random, List<List<String>>> {}

  private static Map<String, Attack> attacks() {
    Attack shuffle =
        (sheet, random) -> {
          List<List<String>> rows = new ArrayList<>(sheet);
          Collections.shuffle(rows, random);
          return rows;
        };
    Map<String, Attack> attacks = new LinkedHashMap<>();
    attacks.put("as exported", (sheet, random) -> sheet);
    attacks.put("re-sorted", shuffle);
    attacks.put("half of the rows", keep(0.5));
    attacks.put("one row in ten", keep(0.1));
    attacks.put("five rows", (sheet, random) -> shuffle.apply(sheet, random).subList(0, 5));
    attacks.put("retyped: widths, spaces, date marks", (sheet, random) -> retyped(sheet));
    attacks.put("only name, mobile, address", columns(1, 3, 4));
    attacks.put("only name, mobile, policy, product", columns(1, 3, 5, 6));
    attacks.put("only mobile and start", columns(3, 7));
    attacks.put("only mobile and premium", columns(3, 9));
    attacks.put(
        "amounts as numbers",
        (sheet, random) -> cells(sheet, cell -> cell.replaceAll("^(\\d+)\\.00$", "$1")));
    attacks.put(
        "times cut off",
        (sheet, random) -> cells(sheet, cell -> cell.replaceAll(" (00|24):00$", "")));
    attacks.put(
        "half, re-sorted, retyped, no reference or policy",
        (sheet, random) ->
            retyped(
                columns(1, 2, 3, 4, 6, 7, 8, 9)
                    .apply(keep(0.5).apply(shuffle.apply(sheet, random), random), random)));
    attacks.put("only name and mobile", columns(1, 3));
    return attacks;
  }

  @Test
  void eachAttackIsWithstoodAsOftenAsDocumented() {
    Map<String, Integer> found = new LinkedHashMap<>();
    Map<String, Integer> wrong = new LinkedHashMap<>();
    attacks()
        .forEach((name, attack) -> {
          Random random = new Random(7);
          for (int trial = 0; trial < TRIALS; trial++) {
            List<ExportRow> book = book(random);
            int culprit = random.nextInt(EXPORTS);
            List<Integer> named =
                named(
                    attack.apply(sheet(Watermark.mark(key(trial, culprit), book)), random), trial);
            found.merge(name, named.contains(culprit) ? 1 : 0, Integer::sum);
            wrong.merge(
                name, (int) named.stream().filter(one -> one != culprit).count(), Integer::sum);
          }
        });
    found.forEach((name, times) ->
        System.out.printf("| %s | %d of %d | %d |%n", name, times, TRIALS, wrong.get(name)));
    assertThat(wrong.values()).containsOnly(0);
    assertThat(found)
        .containsEntry("as exported", TRIALS)
        .containsEntry("re-sorted", TRIALS)
        .containsEntry("half of the rows", TRIALS)
        .containsEntry("retyped: widths, spaces, date marks", TRIALS)
        .containsEntry("half, re-sorted, retyped, no reference or policy", TRIALS)
        .containsEntry("only name and mobile", 0);
  }

  @Test
  void ofTwoExportsMergedBothAreNamed() {
    int both = 0;
    int wrong = 0;
    Random random = new Random(8);
    for (int trial = 0; trial < TRIALS; trial++) {
      List<List<String>> merged = sheet(Watermark.mark(key(trial, 1), book(random)));
      merged.addAll(sheet(Watermark.mark(key(trial, 2), book(random))));
      Collections.shuffle(merged, random);
      List<Integer> named = named(retyped(merged.subList(0, merged.size() / 2)), trial);
      both += named.containsAll(List.of(1, 2)) ? 1 : 0;
      wrong += (int) named.stream().filter(one -> one > 2 || one == 0).count();
    }
    System.out.printf(
        "| two exports merged, half of the rows, retyped | %d of %d | %d |%n", both, TRIALS, wrong);
    assertThat(both).isEqualTo(TRIALS);
    assertThat(wrong).isZero();
  }

  @Test
  void aSheetThatWasNeverExportedNamesNobody() {
    Random random = new Random(9);
    int named = 0;
    for (int trial = 0; trial < 10 * TRIALS; trial++) {
      List<List<String>> sheet = new ArrayList<>();
      book(random).forEach(row -> sheet.add(row.cells()));
      named += named(trial % 2 == 0 ? sheet : halfSaidOtherwise(sheet, random), trial).size();
    }
    System.out.printf(
        "| never exported (%d sheets x %d exports) | - | %d |%n", 10 * TRIALS, EXPORTS, named);
    assertThat(named).isZero();
  }

  @Test
  void aMarkSaysTheSameAndNoRealRowIsMissing() {
    List<ExportRow> book = book(new Random(1));
    Watermark.Marked marked = Watermark.mark(key(0, 0), book);

    assertThat(marked.rows()).hasSize(ROWS + 6);
    assertThat(marked.decoys()).hasSize(6).doesNotHaveDuplicates();
    assertThat(marked.rows())
        .extracting(ExportRow::reference)
        .isSorted()
        .containsAll(book.stream().map(ExportRow::reference).toList());
    Map<String, ExportRow> before = new LinkedHashMap<>();
    book.forEach(row -> before.put(row.reference(), row));
    marked.rows().stream()
        .filter(row -> before.containsKey(row.reference()))
        .forEach(row -> {
          ExportRow real = before.getOrDefault(row.reference(), row);
          assertThat(row.mobile()).isEqualTo(real.mobile());
          assertThat(row.policyNumber()).isEqualTo(real.policyNumber());
          assertThat(meaning(Carrier.MIDNIGHT, row.startsAt()))
              .isEqualTo(meaning(Carrier.MIDNIGHT, real.startsAt()));
          assertThat(meaning(Carrier.PROVINCE, row.address()))
              .isEqualTo(meaning(Carrier.PROVINCE, real.address()));
        });
    assertThat(marked.rows())
        .extracting(row -> row.startsAt().endsWith("24:00"))
        .contains(true, false);
  }

  private static String meaning(Carrier carrier, String cell) {
    return carrier.read(Cells.normalise(cell)).orElseThrow().meaning();
  }

  private static List<Integer> named(List<List<String>> leaked, int trial) {
    Watermark.Leaked read = Watermark.Leaked.of(leaked);
    return IntStream.range(0, EXPORTS)
        .filter(export -> Accusation.holds(read.fit(key(trial, export), ROWS), EXPORTS))
        .boxed()
        .toList();
  }

  private static ExportKey key(int trial, int export) {
    return new ExportKey(ByteBuffer.allocate(16).putInt(trial).putInt(export).putLong(42).array());
  }

  private static List<List<String>> sheet(Watermark.Marked marked) {
    return new ArrayList<>(marked.rows().stream().map(ExportRow::cells).toList());
  }

  private static Attack keep(double share) {
    return (sheet, random) -> sheet.stream().filter(row -> random.nextDouble() < share).toList();
  }

  private static Attack columns(int... kept) {
    return (sheet, random) ->
        sheet.stream().map(row -> IntStream.of(kept).mapToObj(row::get).toList()).toList();
  }

  private static List<List<String>> cells(
      List<List<String>> sheet, java.util.function.UnaryOperator<String> change) {
    return sheet.stream().map(row -> row.stream().map(change).toList()).toList();
  }

  /** Full-width digits, other date marks, spaces anywhere: as typed off by hand. */
  private static List<List<String>> retyped(List<List<String>> sheet) {
    return cells(
        sheet,
        cell ->
            cell.replaceAll("^(\\d{4})-(\\d\\d)-(\\d\\d) ", "$1/$2/$3  ")
                .replace('0', '\uff10')
                .replace("\u5e02", "\u5e02 ")
                .replace('*', '\uff0a'));
  }

  private static List<List<String>> halfSaidOtherwise(List<List<String>> sheet, Random random) {
    return cells(
        sheet,
        cell -> random.nextBoolean() ? cell : cell.replace(" 00:00", " 24:00").replace(".00", ""));
  }

  /** A made-up book of business as a client manager sees it. */
  private static List<ExportRow> book(Random random) {
    List<String> places =
        List.of(
            "\u4e0a\u6d77\u5e02\u6d66\u4e1c\u65b0\u533a****",
            "\u6d59\u6c5f\u7701\u676d\u5dde\u5e02\u897f\u6e56\u533a****",
            "\u5e7f\u4e1c\u7701\u6df1\u5733\u5e02\u5357\u5c71\u533a****",
            "\u6c5f\u82cf\u7701\u5357\u4eac\u5e02\u9f13\u697c\u533a****");
    List<ExportRow> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      LocalDate start = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3600));
      rows.add(
          new ExportRow(
              new UUID(random.nextLong(), random.nextLong()).toString(),
              "\u97e9*",
              "3101***********" + random.nextInt(100, 1000),
              "138****" + random.nextInt(1000, 10000),
              places.get(random.nextInt(places.size())),
              "PA20" + random.nextInt(10, 26) + random.nextInt(100_000_000, 1_000_000_000),
              "\u4e24\u5168\u4fdd\u9669",
              start + " 00:00",
              start.plusYears(20) + " 00:00",
              random.nextInt(8, 300) * 100 + ".00"));
    }
    return rows;
  }
}
