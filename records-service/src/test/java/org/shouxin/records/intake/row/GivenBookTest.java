package org.shouxin.records.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.records.intake.book.BookFile;
import org.shouxin.records.intake.sample.SampleBook;

/**
 * The book that lies beside the project; where it does not, one of the same size that we make
 * ourselves.
 */
class GivenBookTest {
  private static final Path FOLDER = Path.of("../../shared/data");

  /**
   * Both rows are 本人 and hold no blank at all: the key says that the insured's name or number was
   * taken out, but the applicant's was written over it again. Nobody can find what is not there.
   */
  private static final Set<String> NOT_IN_THE_DATA = Set.of("TB0100000806", "TB0100001453");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void everyPlantedFaultIsFoundAndNoOtherIsReported(@TempDir Path own) throws IOException {
    SampleBook.Written book = givenOr(own);
    Set<String> staff = StaffList.phones(BookFile.of(book.staff()));
    Map<String, Set<String>> planted = Recall.key(book.answerKey());
    List<IntakeRow> rows = Recall.read(book.book(), staff, TODAY);

    Recall.measure(rows, planted).forEach(System.out::println);

    planted.keySet().removeAll(NOT_IN_THE_DATA);
    List<Recall.Line> lines = Recall.measure(rows, planted);
    assertThat(rows).hasSize(3000);
    assertThat(lines)
        .isNotEmpty()
        .allSatisfy(line -> {
          assertThat(line.precision()).as("precision of %s", line.code()).isEqualTo(1.0);
          assertThat(line.recall()).as("recall of %s", line.code()).isEqualTo(1.0);
        });
    assertThat(rows)
        .as("a row without planted fault is stored")
        .filteredOn(row -> !planted.containsKey(row.applicationNo()))
        .filteredOn(IntakeRow::rejected)
        .isEmpty();
  }

  private static SampleBook.Written givenOr(Path own) throws IOException {
    SampleBook.Written given =
        new SampleBook.Written(
            FOLDER.resolve("book-donghai.csv"),
            FOLDER.resolve("book-donghai.expected.json"),
            FOLDER.resolve("staff-donghai.csv"));
    return Files.exists(given.book()) ? given : SampleBook.write(own, 3000, 11);
  }
}
