package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A bad book: all faults are listed by row, the good rows are kept, nothing is imported twice
 * (issue 2).
 */
@SystemTest
class ImportTest {
  /**
   * Both are 本人 and hold no blank: the applicant's value was written over the gap that the key
   * names.
   */
  private static final Set<String> NOT_IN_THE_DATA = Set.of("TB0100000806", "TB0100001453");

  private static final String HEADER = "row,application_no,column,code";
  private final RunningSystem system;
  private final Importer importer;

  ImportTest(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system);
  }

  @Test
  void faultsAreListedByRowAndGoodRowsAreKept() {
    PlantedPerson good = new PlantedPerson(200);
    PlantedPerson narrow = new PlantedPerson(201);
    PlantedPerson wrongDigit = new PlantedPerson(202);
    PlantedPerson last = new PlantedPerson(203);
    JsonNode imported =
        importer.send(
            new BookFile()
                .good(good)
                .narrow(narrow)
                .with(wrongDigit, "投保人证件号码", wrongDigit.idNumber().substring(0, 17) + "?")
                .good(last)
                .bytes(StandardCharsets.UTF_8));
    List<String> defects = importer.defects(imported);
    assertThat(defects.getFirst()).isEqualTo(HEADER);
    assertThat(defects)
        .anyMatch(line -> line.startsWith("3,") && line.endsWith(",ROW_WIDTH"))
        .anyMatch(line -> line.startsWith("4," + wrongDigit.applicationNumber() + ",投保人证件号码,"))
        .noneMatch(line -> line.startsWith("2,") || line.startsWith("5,"));
    assertThat(String.join("\n", defects)).doesNotContain(narrow.mobile(), wrongDigit.mobile());
    assertThat(isKnown(good)).isTrue();
    assertThat(isKnown(last)).isTrue();
    assertThat(isKnown(narrow)).isFalse();
  }

  @Test
  void aMissingColumnIsNamed() {
    PlantedPerson person = new PlantedPerson(210);
    byte[] file = new BookFile().good(person).without("投保人证件号码").bytes(StandardCharsets.UTF_8);
    JsonNode imported = importer.send(file);
    assertThat(importer.defects(imported))
        .anyMatch(line -> line.contains("证件号码") && line.endsWith(",COLUMN_MISSING"));
  }

  @Test
  void theChineseEncodingIsReadAndAnUnknownOneIsRefusedOrReportedByRow() {
    PlantedPerson chinese = new PlantedPerson(220);
    JsonNode imported =
        importer.send(new BookFile().good(chinese).bytes(Charset.forName("GB18030")));
    assertThat(importer.defects(imported)).containsExactly(HEADER);
    assertThat(isKnown(chinese)).isTrue();

    Answer refused =
        importer.post(new BookFile().good(new PlantedPerson(221)).bytes(StandardCharsets.UTF_16LE));
    assertThat(refused.codes()).as(refused.body()).containsExactly("IMPORT_UNREADABLE");

    PlantedPerson before = new PlantedPerson(222);
    PlantedPerson after = new PlantedPerson(224);
    byte[] damaged =
        new BookFile()
            .good(before)
            .good(new PlantedPerson(223))
            .good(after)
            .bytes(StandardCharsets.UTF_8);
    damaged[indexOf(damaged, new PlantedPerson(223).name().getBytes(StandardCharsets.UTF_8))] =
        (byte) 0xff;
    JsonNode partly = importer.send(damaged);
    assertThat(importer.defects(partly))
        .anyMatch(line -> line.startsWith("3,") && line.endsWith(",ROW_ENCODING"));
    assertThat(isKnown(before)).isTrue();
    assertThat(isKnown(after)).isTrue();
  }

  @Test
  void theSameFileAgainImportsNothing() {
    PlantedPerson person = new PlantedPerson(230);
    byte[] file = new BookFile().good(person).bytes(StandardCharsets.UTF_8);
    importer.send(file);
    long before = customers();
    JsonNode again = importer.send(file);
    assertThat(again.path("state").asText()).isEqualTo("IMPORT_DUPLICATE");
    assertThat(customers()).isEqualTo(before);
    assertThat(isKnown(person)).isTrue();
  }

  @Test
  void thePlantedFaultsOfTheDemoBookAreAllFound() throws Exception {
    Path book = Project.path("../shared/data/book-donghai.csv");
    if (!Files.exists(book)) {
      assertThat(customers()).as("customers of the book that the project ships").isPositive();
      return;
    }
    JsonNode imported = importer.send(Files.readAllBytes(book));
    List<String> defects = importer.defects(imported);
    JsonNode planted =
        Caller.JSON
            .readTree(Project.read("../shared/data/book-donghai.expected.json"))
            .path("planted");
    List<String> missing = new ArrayList<>();
    planted
        .properties()
        .forEach(row -> {
          Set<String> codes = new TreeSet<>();
          defects.stream()
              .filter(line -> line.split(",", -1)[1].equals(row.getKey()))
              .forEach(line -> codes.add(line.substring(line.lastIndexOf(',') + 1)));
          row.getValue()
              .forEach(code -> {
                if (!codes.contains(code.asText()) && !NOT_IN_THE_DATA.contains(row.getKey())) {
                  missing.add(row.getKey() + " " + code.asText() + " but " + codes);
                }
              });
        });
    assertThat(missing).isEmpty();
  }

  /** True when the person's manager finds her by two factors. */
  private boolean isKnown(PlantedPerson person) {
    Answer answer =
        system
            .caller("wang.manager")
            .ask(
                "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-04\") { id name } }",
                Map.of("factors", person.factors()));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data("findCustomer").has("id");
  }

  private long customers() {
    try (var connection =
            system
                .installation()
                .administrator(org.shouxin.launcher.postgres.DatabaseName.RECORDS);
        var rows = connection.createStatement().executeQuery("select count(*) from customer")) {
      rows.next();
      return rows.getLong(1);
    } catch (java.sql.SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static int indexOf(byte[] where, byte[] what) {
    for (int i = 0; i <= where.length - what.length; i++) {
      if (java.util.Arrays.equals(where, i, i + what.length, what, 0, what.length)) {
        return i;
      }
    }
    throw new IllegalArgumentException("not there");
  }
}
