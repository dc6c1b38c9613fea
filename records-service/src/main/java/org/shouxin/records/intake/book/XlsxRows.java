package org.shouxin.records.intake.book;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.intake.book.RawRow.Damage;

/** Rows of a sheet; a number stays as it is written in the file, so that lost digits are seen. */
final class XlsxRows implements RowSource {
  private final @Nullable ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;

  /**
   * @param workbook closed together with the rows; null when somebody else closes it
   */
  XlsxRows(@Nullable ReadableWorkbook workbook, Sheet sheet) throws IOException {
    this.workbook = workbook;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
  }

  @Override
  public @Nullable RawRow next() {
    try {
      return rows.hasNext() ? read(rows.next()) : null;
    } catch (ExcelReaderException unreadable) {
      throw new BookRefused(BookFault.ARCHIVE_BROKEN, unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
    if (workbook != null) {
      workbook.close();
    }
  }

  private static RawRow read(Row row) {
    if (row.getCellCount() > LineMender.MOST_FIELDS) {
      return new RawRow(row.getRowNum(), Damage.OVERSIZE, List.of(""), new BitSet());
    }
    List<String> cells = new ArrayList<>(row.getCellCount());
    BitSet formulas = new BitSet();
    for (int i = 0; i < row.getCellCount(); i++) {
      Cell cell = row.getCell(i);
      if (cell != null && cell.getType() == CellType.FORMULA) {
        formulas.set(i);
      }
      cells.add(text(cell));
    }
    return new RawRow(row.getRowNum(), Damage.NONE, cells, formulas);
  }

  private static String text(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.STRING) {
      String text = cell.asString();
      return text == null ? "" : text;
    }
    String raw = cell.getRawValue();
    return raw == null ? "" : raw;
  }
}
