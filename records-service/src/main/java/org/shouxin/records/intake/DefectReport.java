package org.shouxin.records.intake;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.records.quality.DefectCode;

/**
 * Every fault of an import, row by row, as CSV or XLSX; where it is and what to do, never a value.
 */
@ApplicationScoped
class DefectReport {
  private static final int MOST_SHEET_ROWS = 1_000_000;
  private final Database database;

  DefectReport(Database database) {
    this.database = database;
  }

  /** UTF-8, columns {@code row,application_no,column,code}. */
  void writeCsv(Actor actor, UUID readBy, OutputStream out) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
      csv.writeRecord("row", "application_no", "column", "code");
      database.read(
          actor.controller(),
          handle -> {
            ImportTable.eachDefect(
                handle,
                readBy,
                line ->
                    csv.writeRecord(
                        Long.toString(line.rowNumber()),
                        line.applicationNo(),
                        line.columnName(),
                        line.code()));
            return readBy;
          });
    }
  }

  /** One sheet with the same lines, severity and what to do in both languages. */
  void writeXlsx(Actor actor, UUID readBy, OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "shouxin", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("defects");
      String[] titles = {
        "row 行", "application_no 投保单号", "column 列", "code 代码", "severity 级别", "what to do", "处理办法"
      };
      for (int i = 0; i < titles.length; i++) {
        sheet.value(0, i, titles[i]);
      }
      int[] next = {1};
      database.read(
          actor.controller(),
          handle -> {
            ImportTable.eachDefect(
                handle,
                readBy,
                line -> {
                  if (next[0] <= MOST_SHEET_ROWS) {
                    write(sheet, next[0]++, line);
                  }
                });
            return readBy;
          });
    }
  }

  private static void write(Worksheet sheet, int row, ImportTable.DefectLine line) {
    DefectCode code = DefectCode.valueOf(line.code());
    sheet.value(row, 0, line.rowNumber());
    sheet.value(row, 1, line.applicationNo());
    sheet.value(row, 2, line.columnName());
    sheet.value(row, 3, line.code());
    sheet.value(row, 4, code.severity().name());
    sheet.value(row, 5, code.remedy());
    sheet.value(row, 6, code.remedyChinese());
  }
}
