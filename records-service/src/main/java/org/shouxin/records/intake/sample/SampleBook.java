package org.shouxin.records.intake.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.intake.row.Field;
import org.shouxin.records.intake.sample.SamplePeople.Person;
import org.shouxin.records.quality.DefectCode;

/**
 * Makes a sample book of business: {@code SampleBook FOLDER [ROWS] [SEED]} writes {@code
 * book-sample.csv} (GB18030, with repeated headers, blank rows and a total), its answer key {@code
 * book-sample.expected.json} and {@code staff-sample.csv}. The same seed makes the same files.
 */
public final class SampleBook {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int ROWS = 500;
  private static final long SEED = 20_261_122L;

  /** The files of one sample. */
  public record Written(Path book, Path answerKey, Path staff) {}

  private final Random random;
  private final int rows;
  private final SamplePeople people;
  private final SampleWriter writer;
  private final List<String> staff = new ArrayList<>();
  private final List<SampleRow> written = new ArrayList<>();
  private final Map<String, DefectCode> planted = new TreeMap<>();

  private SampleBook(int rows, long seed) {
    this.random = new Random(seed);
    this.rows = rows;
    this.people = new SamplePeople(random);
    this.writer = new SampleWriter(random, people);
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROWS;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : SEED;
    write(folder, rows, seed);
  }

  /** Writes the three files into an existing folder. */
  public static Written write(Path folder, int rows, long seed) throws IOException {
    SampleBook book = new SampleBook(rows, seed);
    book.make();
    Written files =
        new Written(
            folder.resolve("book-sample.csv"),
            folder.resolve("book-sample.expected.json"),
            folder.resolve("staff-sample.csv"));
    book.writeBook(files.book());
    Files.writeString(files.answerKey(), book.answerKey());
    Files.writeString(files.staff(), book.staffList());
    return files;
  }

  /** The header as the sample writes it. */
  public static List<String> header() {
    return SampleRow.COLUMNS.stream().map(Field::label).toList();
  }

  private void make() {
    for (int i = 0; i < 40; i++) {
      staff.add(people.mobile());
    }
    SampleFaults faults = new SampleFaults(people, writer, staff);
    List<@Nullable DefectCode> codes = codes();
    List<Person> known = new ArrayList<>();
    Person head = people.adult();
    for (int i = 0; i < rows; i++) {
      @Nullable DefectCode code = codes.get(i);
      Person applicant = applicant(i, code, known, head);
      SampleRow row = writer.write(i, applicant);
      if (code != null) {
        faults.plant(row, applicant, code, written.get(i / 2));
        planted.put(row.get(Field.APPLICATION_NUMBER), code);
      }
      written.add(row);
    }
  }

  /** One in seven rows is faulty, each code equally often; the first ten are good. */
  private List<@Nullable DefectCode> codes() {
    List<@Nullable DefectCode> codes = new ArrayList<>();
    for (int i = 0; i < rows - 10; i++) {
      codes.add(i % 7 == 0 ? SampleFaults.PLANTED.get(i / 7 % SampleFaults.PLANTED.size()) : null);
    }
    Collections.shuffle(codes, random);
    codes.addAll(0, Collections.nCopies(10, null));
    return codes;
  }

  /**
   * Every fifth good row is of a customer known already, and three people of one household share a
   * telephone, which is no fault. Faulty rows are of new people.
   */
  private Person applicant(int index, @Nullable DefectCode code, List<Person> known, Person head) {
    if (code == null && index >= 4 && index <= 6) {
      return people.adult().withAddress(head.address()).withMobile(head.mobile());
    }
    if (code == null && !known.isEmpty() && random.nextInt(5) == 0) {
      return people.pick(known);
    }
    Person fresh = people.adult();
    if (code == null) {
      known.add(fresh);
    }
    return fresh;
  }

  private void writeBook(Path file) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().build(file, GB18030)) {
      csv.writeRecord(header());
      for (int i = 0; i < written.size(); i++) {
        if (i > 0 && i % 200 == 0) {
          csv.writeRecord(header());
        }
        if (i > 0 && i % 270 == 0) {
          csv.writeRecord(Collections.nCopies(SampleRow.COLUMNS.size(), ""));
        }
        csv.writeRecord(written.get(i).cells());
      }
      List<String> total = new ArrayList<>(Collections.nCopies(SampleRow.COLUMNS.size(), ""));
      total.set(0, "合计");
      total.set(2, Integer.toString(rows));
      csv.writeRecord(total);
    }
  }

  private String answerKey() {
    return planted.entrySet().stream()
        .map(entry -> "\"%s\": [\"%s\"]".formatted(entry.getKey(), entry.getValue()))
        .collect(
            Collectors.joining(",\n", "{\n\"rows\": " + rows + ",\n\"planted\": {\n", "\n}\n}\n"));
  }

  private String staffList() {
    StringBuilder list = new StringBuilder("employee_no,name,mobile,role,branch\n");
    for (int i = 0; i < staff.size(); i++) {
      String role = i < 36 ? "client-manager" : "supervisor";
      list.append(1004 + i).append(',').append(people.name()).append(',');
      list.append(staff.get(i)).append(',').append(role).append(",杭州分公司\n");
    }
    return list.toString();
  }
}
