package org.shouxin.records.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.export.watermark.ExportRow;

/** The sheet as a file, with its visible mark: who and when, above and in every row (R-RC-15). */
final class SheetFile {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private SheetFile() {}

  static byte[] of(Export export, Instant now, List<ExportRow> rows) {
    List<List<String>> lines = lines(export, now, rows);
    try {
      return export.format().equals("CSV") ? csv(lines) : xlsx(lines);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a sheet in memory", impossible);
    }
  }

  private static List<List<String>> lines(Export export, Instant now, List<ExportRow> rows) {
    String mark = export.requestedBy() + " " + now.atZone(BusinessTime.ZONE).format(MINUTE);
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            "\u4fdd\u5bc6 confidential",
            "\u5bfc\u51fa\u4eba exported by " + mark,
            "\u63a5\u6536\u4eba receiver " + export.receiver(),
            export.id().toString()));
    lines.add(with(ExportRow.HEADER, "\u5bfc\u51fa\u6807\u8bb0 exportedBy"));
    rows.forEach(row -> lines.add(with(row.cells(), mark)));
    return lines;
  }

  private static List<String> with(List<String> cells, String last) {
    List<String> line = new ArrayList<>(cells);
    line.add(last);
    return line;
  }

  private static byte[] csv(List<List<String>> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      text.write('\ufeff');
      try (CsvWriter writer = CsvWriter.builder().build(text)) {
        lines.forEach(writer::writeRecord);
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] xlsx(List<List<String>> lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Shouxin", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("export");
      for (int row = 0; row < lines.size(); row++) {
        for (int column = 0; column < lines.get(row).size(); column++) {
          sheet.value(row, column, lines.get(row).get(column));
        }
      }
    }
    return bytes.toByteArray();
  }
}
