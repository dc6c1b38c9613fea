package org.shouxin.records.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.records.quality.DefectCode;

/**
 * Issue 3, 2: the rules hold on books that nobody has seen; the answer key knows no product code.
 */
class DirtyBookTest {
  /** Faults of a file, not of DR-00 to DR-06; JudgementTest and NastyBookTest have them. */
  private static final Set<String> OF_THE_FILE =
      Set.of("COLUMN_MISSING", "ROW_WIDTH", "ROW_QUOTING", "ROW_ENCODING", "CELL_FORMULA");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {101, 102, 103, 104, 105, 106, 107, 108})
  void everyBrokenRuleIsReportedAndNoOtherWhateverTheSeed(long seed) throws IOException {
    DirtyBook book = new DirtyBook(seed);
    Path file = Files.write(folder.resolve("dirty-" + seed + ".csv"), book.bytes());

    List<IntakeRow> rows = Recall.read(file, Set.copyOf(DirtyFaults.STAFF), DirtyRow.TODAY);

    assertThat(rows).hasSize(book.rows.size());
    List<String> wrong = new ArrayList<>();
    Map<String, Set<String>> reported = new HashMap<>();
    for (IntakeRow row : rows) {
      Set<String> codes =
          row.defects().stream().map(defect -> defect.code().name()).collect(Collectors.toSet());
      Set<String> planted = book.planted.getOrDefault(row.applicationNo(), Set.of("no such row"));
      Set<String> tolerated = new TreeSet<>(planted);
      tolerated.addAll(book.implied.getOrDefault(row.applicationNo(), Set.of()));
      if (!codes.containsAll(planted) || !tolerated.containsAll(codes)) {
        wrong.add(row.applicationNo() + " planted " + planted + " reported " + row.defects());
      }
      reported.put(row.applicationNo(), codes);
    }
    assertThat(wrong).isEmpty();
    assertThat(reported.keySet()).isEqualTo(book.planted.keySet());
  }

  @ParameterizedTest
  @ValueSource(longs = 101)
  void everyCodeOfTheRulesIsPlanted(long seed) {
    Set<String> planted =
        new DirtyBook(seed)
            .planted.values().stream().flatMap(Set::stream).collect(Collectors.toSet());

    assertThat(
            Stream.of(DefectCode.values())
                .map(DefectCode::name)
                .filter(code -> !OF_THE_FILE.contains(code)))
        .containsExactlyInAnyOrderElementsOf(planted);
  }
}
