package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * Nothing that the system writes to disk holds a personal value in plain text (promises 4 and 6).
 */
@SystemTest
class PlainTextTest {
  private final RunningSystem system;

  PlainTextTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void noFileOfTheInstallationHoldsAPlantedValueAfterItWasImportedAndSearchedFor()
      throws Exception {
    List<PlantedPerson> people = IntStream.range(100, 110).mapToObj(PlantedPerson::new).toList();
    BookFile book = new BookFile();
    people.forEach(book::good);
    // A row with a fault as well: reports of faults name rows and columns, not values.
    PlantedPerson faulty = new PlantedPerson(110);
    book.with(faulty, "投保人邮箱", "kein.at-zeichen." + faulty.mobile());
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    useEverywhere(people.getFirst());
    checkpointDatabases();

    List<String> planted =
        Stream.concat(people.stream(), Stream.of(faulty))
            .flatMap(p -> p.secrets().stream())
            .distinct()
            .toList();
    List<String> found = new ArrayList<>();
    List<Path> files = filesOnDisk();
    for (Path file : files) {
      String content = latin(file);
      planted.stream()
          .filter(value -> content.contains(asBytes(value)))
          .forEach(value ->
              found.add(system.home().relativize(file) + " holds value " + planted.indexOf(value)));
    }
    assertThat(found).isEmpty();
    assertThat(files)
        .as("what was searched")
        .anyMatch(file -> file.toString().contains("pg_wal"))
        .anyMatch(file -> file.toString().contains("/base/"))
        .anyMatch(file -> file.toString().endsWith("records-service.log"));
  }

  /** The search itself is worth something: a value written in plain text is found. */
  @Test
  void aValueInPlainTextWouldBeFound() throws Exception {
    String canary = "canary-" + new PlantedPerson(499).mobile();
    try (Connection records = system.installation().administrator(DatabaseName.RECORDS);
        Statement statement = records.createStatement()) {
      statement.execute("create table canary as select '" + canary + "'::text as value");
      checkpointDatabases();
      List<Path> holding = new ArrayList<>();
      for (Path file : filesOnDisk()) {
        if (latin(file).contains(canary)) {
          holding.add(system.home().relativize(file));
        }
      }
      statement.execute("drop table canary");
      assertThat(holding)
          .anyMatch(file -> file.toString().contains("/base/"))
          .anyMatch(file -> file.toString().contains("pg_wal"));
    }
  }

  /** Searches, refusals and faults: every path on which a value could slip into a log. */
  private void useEverywhere(PlantedPerson person) {
    Caller partner = system.caller("partner-haiyun");
    String query =
        "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-12\") { id name } }";
    partner.ask(query, Map.of("factors", person.factors()));
    partner.ask(query, Map.of("factors", Map.of("mobile", person.mobile())));
    partner.ask(
        query,
        Map.of("factors", Map.of("mobile", person.mobile(), person.idNumber(), person.name())));
    partner.ask(
        "{ customer(id: \""
            + person.idNumber()
            + "\", purpose: \""
            + person.mobile()
            + "\") { id } }");
    partner.post("{\"query\":\"" + person.idNumber());
    system
        .caller("wang.manager")
        .ask(query.replace("P-12", "P-04"), Map.of("factors", person.factors()));
  }

  private void checkpointDatabases() throws Exception {
    try (Connection records = system.installation().administrator(DatabaseName.RECORDS);
        Statement statement = records.createStatement()) {
      statement.execute("checkpoint");
    }
  }

  private List<Path> filesOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(system.home())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/archives/"))
          .toList();
    }
  }

  private static String latin(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException recycledMeanwhile) {
      return "";
    }
  }

  private static String asBytes(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
