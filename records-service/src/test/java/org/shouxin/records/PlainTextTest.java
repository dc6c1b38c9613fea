package org.shouxin.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.access.StaffMember;
import org.shouxin.records.access.StaffRoster;
import org.shouxin.records.customer.PersonFacts;

/**
 * Issue 3 item 8: nothing planted is found in the database's files, its log of writes or the
 * outbox.
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class PlainTextTest {
  private static final Pattern NUMBERS = Pattern.compile("[0-9]{11,}X?");
  private static final String CONTROL = "19900000000";

  @Inject Book book;
  @Inject Database database;
  @Inject StaffRoster roster;

  @Test
  void twoHundredPlantedPeopleAreFoundNowhereInTheFilesOfTheDatabases() throws IOException {
    ConsentService consent = new ConsentService();
    consent.permits("name", "idNumber", "mobile");
    List<PersonFacts> planted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      PersonFacts person = Book.person("\u97e9\u6885");
      book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), person, person));
      planted.add(person);
    }
    PersonFacts one = planted.getFirst();
    CustomerId id = book.admit(one);
    Caller.partner().read(List.of(id), "name", "idNumber", "mobile").then().statusCode(200);
    Caller.partner()
        .search(Map.of("idNumber", one.idNumber(), "mobile", one.mobile()), "name")
        .then()
        .statusCode(200);
    plantControl();

    Set<String> found = numbersIn(dataDirectory());

    // A neighbouring byte of a page may be a digit too: a value counts wherever it stands.
    assertThat(found)
        .as("the search finds what is there")
        .anyMatch(number -> number.contains(CONTROL));
    assertThat(planted)
        .noneMatch(person -> isIn(found, person.idNumber()) || isIn(found, person.mobile()));
  }

  private static boolean isIn(Set<String> found, String value) {
    return found.stream().anyMatch(number -> number.contains(value));
  }

  /** A number in a column that is not sealed, to see the search find something. */
  private void plantControl() {
    database.write(
        Book.DONGHAI,
        handle -> {
          roster.admit(
              handle, Book.DONGHAI, List.of(new StaffMember("9001", "test", CONTROL, null, null)));
          return 0;
        });
  }

  /** A PostgreSQL backend works in its data directory. */
  private Path dataDirectory() throws IOException {
    int backend =
        database.systemRead(
            handle -> handle.createQuery("select pg_backend_pid()").mapTo(Integer.class).one());
    return Files.readSymbolicLink(Path.of("/proc", Integer.toString(backend), "cwd"));
  }

  private static Set<String> numbersIn(Path folder) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(file -> collect(file, found));
    }
    return found;
  }

  private static void collect(Path file, Set<String> found) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      Matcher numbers = NUMBERS.matcher(text);
      while (numbers.find()) {
        found.add(numbers.group());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
