package org.shouxin.consent.position;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * HR's file: CSV with the columns {@code kind, employee_no, identity_number, roles, branch,
 * external_check, successor, effective_on}; several roles with {@code ;} between. All or nothing.
 */
final class HrFile {
  private HrFile() {}

  /** The events of a file; REQUEST_INVALID names the first line that cannot be read. */
  static List<HrEvent> read(String csv) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
      return rows.stream().map(HrFile::event).toList();
    } catch (CsvParseException | java.io.IOException unreadable) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "The file is no CSV.", unreadable);
    }
  }

  private static HrEvent event(NamedCsvRecord row) {
    try {
      String roles = cell(row, "roles");
      return new HrEvent(
          StaffChange.Kind.valueOf(row.getField("kind").strip()),
          row.getField("employee_no").strip(),
          cell(row, "identity_number"),
          roles == null ? null : Arrays.stream(roles.split(";")).map(String::strip).toList(),
          cell(row, "branch"),
          cell(row, "external_check"),
          null,
          cell(row, "successor"),
          LocalDate.parse(row.getField("effective_on").strip()));
    } catch (IllegalArgumentException
        | java.util.NoSuchElementException
        | DateTimeException unreadable) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID,
          "Line %d cannot be read.".formatted(row.getStartingLineNumber()),
          unreadable);
    }
  }

  private static @Nullable String cell(NamedCsvRecord row, String column) {
    return row.findField(column).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
  }
}
