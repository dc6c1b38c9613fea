package org.shouxin.records.intake.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.records.intake.book.BookRefused;

/** Books as brokers really export them, one trouble each; every row in them is good. */
class NastyBookTest {
  @TempDir Path folder;
  private final List<DirtyRow> rows = IntStream.range(1, 6).mapToObj(NastyBookTest::row).toList();
  private final List<String> columns = List.copyOf(rows.getFirst().cells.keySet());

  @Test
  void emptyColumnsBehindTheLastNameNeedNoCells() throws IOException {
    List<String> lines = lines(columns);
    lines.set(0, lines.getFirst() + ",,,");
    assertGood(read(lines, StandardCharsets.UTF_8));
  }

  @Test
  void aColumnWithoutANameMayHoldValues() throws IOException {
    List<String> lines =
        new ArrayList<>(lines(columns).stream().map(line -> line + ",17").toList());
    lines.set(0, String.join(",", columns) + ",");
    assertGood(read(lines, StandardCharsets.UTF_8));
  }

  @Test
  void aHeaderRepeatedInAnotherOrderCountsFromThere() throws IOException {
    List<String> lines = lines(columns);
    List<String> again = lines(columns.reversed());
    List<String> both = new ArrayList<>(lines.subList(0, 3));
    both.add(again.getFirst());
    both.addAll(again.subList(3, again.size()));
    assertGood(read(both, StandardCharsets.UTF_8));
  }

  @Test
  void aHeaderOverTwoRowsIsReadGroupByGroupWhereverItStands() throws IOException {
    List<String> lines = lines(columns);
    List<String> both = new ArrayList<>(List.of("业务清单" + ",".repeat(columns.size() - 1)));
    both.addAll(grouped());
    both.addAll(lines.subList(1, 3));
    both.addAll(grouped());
    both.addAll(lines.subList(3, lines.size()));
    assertGood(read(both, Charset.forName("GBK")));
    assertGood(Recall.read(sheets(both), Set.of(), DirtyRow.TODAY));
  }

  @Test
  void excelsSeparatorLineBlankRowsAndTotalsInTheMiddleAreNoData() throws IOException {
    List<String> lines = new ArrayList<>(lines(columns).stream().map(this::semicolons).toList());
    lines.add(3, "小计;3;;;;9,000.00");
    lines.add(4, ";".repeat(columns.size() - 1));
    lines.add(5, "");
    lines.add(0, "sep=;");
    assertGood(read(lines, StandardCharsets.UTF_8));
  }

  @Test
  void severalSheetsOfOneBookAreRefusedInsteadOfLeftOut() throws IOException {
    Path file = sheets(lines(columns), lines(columns));

    assertThatThrownBy(() -> Recall.read(file, Set.of(), DirtyRow.TODAY))
        .isInstanceOfSatisfying(
            BookRefused.class,
            refused -> assertThat(refused.fault().name()).isEqualTo("SHEETS_SEVERAL"));
    List<String> codes = List.of("代码,名称,性别", "1,男,男", "2,女,女");
    assertGood(Recall.read(sheets(codes, lines(columns)), Set.of(), DirtyRow.TODAY));
  }

  @Test
  void aWorkbookThatCountsDaysFrom1904IsRefusedInsteadOfReadFourYearsOff() throws IOException {
    Path from1900 = sheets(lines(columns));
    Path from1904 = folder.resolve("from1904.xlsx");
    try (ZipFile archive = new ZipFile(from1900.toFile());
        ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(from1904))) {
      for (ZipEntry part : Collections.list(archive.entries())) {
        copy.putNextEntry(new ZipEntry(part.getName()));
        String text =
            new String(archive.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        copy.write(
            text.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>")
                .getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThatThrownBy(() -> Recall.read(from1904, Set.of(), DirtyRow.TODAY))
        .isInstanceOfSatisfying(
            BookRefused.class,
            refused -> assertThat(refused.fault().name()).isEqualTo("DATES_1904"));
  }

  private static DirtyRow row(int index) {
    DirtyRow row = new DirtyRow(index, new Random(7_000 + index));
    row.set("投保人姓名", "陈安").set("投保人地址", "浙江省杭州市西湖区文三路" + index + "号");
    row.repeatApplicant();
    row.cells.replaceAll((column, cell) -> cell.replace('\u00a0', ' ').replace(",", "").strip());
    return row;
  }

  private List<String> lines(List<String> order) {
    List<String> lines = new ArrayList<>(List.of(String.join(",", order)));
    rows.forEach(
        row -> lines.add(order.stream().map(row.cells::get).collect(Collectors.joining(","))));
    return lines;
  }

  /** Parties over their attributes; whatever belongs to no party stands over an empty cell. */
  private List<String> grouped() {
    List<String> above = new ArrayList<>();
    List<String> below = new ArrayList<>();
    String before = "";
    for (String column : columns) {
      String party = column.startsWith("投保人") ? "投保人" : column.startsWith("被保险人") ? "被保险人" : "";
      above.add(party.isEmpty() ? column : party.equals(before) ? "" : party + "信息");
      below.add(party.isEmpty() ? "" : column.substring(party.length()));
      before = party;
    }
    return List.of(String.join(",", above), String.join(",", below));
  }

  private String semicolons(String line) {
    return line.replace(',', ';');
  }

  private List<IntakeRow> read(List<String> lines, Charset charset) throws IOException {
    Path file = Files.writeString(folder.resolve("nasty.csv"), String.join("\r\n", lines), charset);
    return Recall.read(file, Set.of(), DirtyRow.TODAY);
  }

  @SafeVarargs
  private Path sheets(List<String>... books) throws IOException {
    Path file = folder.resolve("nasty" + System.nanoTime() + ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      for (int number = 0; number < books.length; number++) {
        Worksheet sheet = workbook.newWorksheet("清单" + number);
        for (int row = 0; row < books[number].size(); row++) {
          String[] cells = books[number].get(row).split(",", -1);
          for (int column = 0; column < cells.length; column++) {
            if (!cells[column].isEmpty()) {
              sheet.value(row, column, cells[column]);
            }
          }
        }
      }
    }
    return file;
  }

  private static void assertGood(List<IntakeRow> read) {
    assertThat(read).hasSize(5).allSatisfy(row -> assertThat(row.defects()).isEmpty());
  }
}
