package org.shouxin.records.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.sample.SampleBook;

/** The shipped sample, as it is and rewritten in every form that brokers send. */
class SampleBookTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Charset GB18030 = Charset.forName("GB18030");
  @TempDir static Path folder;
  private static SampleBook.Written sample;
  private static Set<String> staff;

  @BeforeAll
  static void write() throws IOException {
    sample = SampleBook.write(folder, 500, 7);
    staff = StaffList.phones(BookFile.of(sample.staff()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void everyPlantedFaultIsFoundWhateverTheSeed(long seed) throws IOException {
    Path own = Files.createDirectory(folder.resolve("seed" + seed));
    SampleBook.Written book = SampleBook.write(own, 600, seed);
    Map<String, Set<String>> planted = Recall.key(book.answerKey());

    List<IntakeRow> rows =
        Recall.read(book.book(), StaffList.phones(BookFile.of(book.staff())), TODAY);

    assertThat(rows).hasSize(600);
    assertThat(Recall.measure(rows, planted))
        .allSatisfy(
            line -> assertThat(line.found() + "/" + line.wrong()).isEqualTo(line.planted() + "/0"));
    assertThat(rows)
        .filteredOn(row -> row.rejected() && !planted.containsKey(row.applicationNo()))
        .isEmpty();
  }

  @Test
  void sameSeedMakesTheSameBook() throws IOException {
    Path again = Files.createDirectory(folder.resolve("again"));
    assertThat(SampleBook.write(again, 500, 7).book()).hasSameBinaryContentAs(sample.book());
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, ','", "UTF-8, '\t'", "UTF-8, ;", "GBK, ','"})
  void encodingAndDelimiterMakeNoDifference(String charset, char delimiter) throws IOException {
    Path file = folder.resolve("variant-" + charset + (int) delimiter + ".csv");
    try (CsvWriter csv =
        CsvWriter.builder().fieldSeparator(delimiter).build(file, Charset.forName(charset))) {
      records().forEach(csv::writeRecord);
    }
    assertThat(faults(file)).isEqualTo(faults(sample.book()));
  }

  @Test
  void byteOrderMarkMakesNoDifference() throws IOException {
    Path file = folder.resolve("bom.csv");
    Files.writeString(
        file, "\uFEFF" + Files.readString(sample.book(), GB18030), StandardCharsets.UTF_8);
    assertThat(faults(file)).isEqualTo(faults(sample.book()));
  }

  @Test
  void orderOfColumnsAndTitlesAboveTheHeaderMakeNoDifference() throws IOException {
    List<List<String>> records = records();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < records.getFirst().size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(3));
    Path file = folder.resolve("shuffled.csv");
    try (CsvWriter csv = CsvWriter.builder().build(file, GB18030)) {
      for (List<String> record : records) {
        csv.writeRecord(order.stream().map(record::get).toList());
      }
    }
    assertThat(codes(file)).isEqualTo(codes(sample.book()));

    Path titled = folder.resolve("titled.csv");
    Files.writeString(
        titled, "客户清单（2026年）\n导出人,某部\n" + Files.readString(file, GB18030), StandardCharsets.UTF_8);
    assertThat(codes(titled)).isEqualTo(codes(sample.book()));
  }

  @Test
  void englishHeaderMakesNoDifference() throws IOException {
    List<List<String>> records = records();
    List<String> english =
        List.of(
            "application_no",
            "policy_no",
            "insurer",
            "product",
            "sum_insured",
            "premium",
            "start_date",
            "end_date",
            "applicant_name",
            "applicant_gender",
            "applicant_birth_date",
            "applicant_id_type",
            "applicant_id_number",
            "applicant_id_valid_until",
            "applicant_mobile",
            "applicant_email",
            "applicant_address",
            "applicant_occupation",
            "insured_name",
            "relation_to_applicant",
            "insured_gender",
            "insured_birth_date",
            "insured_id_type",
            "insured_id_number",
            "insured_mobile",
            "beneficiary_name",
            "beneficiary_relation",
            "beneficiary_share",
            "bank_account",
            "employee_no",
            "remark");
    Path file = folder.resolve("english.csv");
    try (CsvWriter csv = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      for (List<String> record : records) {
        csv.writeRecord(record.equals(records.getFirst()) ? english : record);
      }
    }
    assertThat(codes(file)).isEqualTo(codes(sample.book()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void spreadsheetMakesNoDifference(boolean typedNumbers) throws IOException {
    Path file = folder.resolve("book-" + typedNumbers + ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "test", "1.0")) {
      workbook.newWorksheet("说明").value(0, 0, "本表由系统导出");
      Worksheet sheet = workbook.newWorksheet("清单");
      List<List<String>> records = records();
      for (int row = 0; row < records.size(); row++) {
        for (int column = 0; column < records.get(row).size(); column++) {
          String cell = records.get(row).get(column);
          if (typedNumbers && cell.matches("[1-9]\\d{0,10}(\\.\\d+)?")) {
            sheet.value(row, column, new java.math.BigDecimal(cell));
          } else if (!cell.isEmpty()) {
            sheet.value(row, column, cell);
          }
        }
      }
    }
    assertThat(faults(file)).isEqualTo(faults(sample.book()));
  }

  /** Row, application number, column and code of every fault. */
  private static List<String> faults(Path file) throws IOException {
    return Recall.read(file, staff, TODAY).stream()
        .flatMap(row ->
            row.defects().stream()
                .map(d ->
                    row.number() + " " + row.applicationNo() + " " + d.column() + " " + d.code()))
        .toList();
  }

  private static List<String> codes(Path file) throws IOException {
    return Recall.read(file, staff, TODAY).stream()
        .map(row ->
            row.applicationNo()
                + row.defects().stream().map(Defect::code).sorted().distinct().toList())
        .toList();
  }

  private static List<List<String>> records() throws IOException {
    List<List<String>> records = new ArrayList<>();
    try (var csv = CsvReader.builder().skipEmptyLines(false).ofCsvRecord(sample.book(), GB18030)) {
      csv.forEach(record -> records.add(record.getFields()));
    }
    return records;
  }
}
