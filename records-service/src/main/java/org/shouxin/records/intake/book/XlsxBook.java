package org.shouxin.records.intake.book;

import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * The first sheet of an XLSX file that has a header. The packed file is held in memory while it is
 * read, since it lies sealed on disk; {@link ArchiveBounds} bounds its size.
 */
record XlsxBook(BookFile file, int sheet, List<String> header, long headerRow) implements Book {

  XlsxBook {
    header = List.copyOf(header);
  }

  static XlsxBook open(BookFile file, HeaderRecognition recognition) throws IOException {
    ArchiveBounds.check(file);
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.stream())) {
      XlsxBook best = null;
      int most = FEWEST_NAMES - 1;
      for (Sheet sheet : workbook.getSheets().toList()) {
        try (XlsxRows rows = new XlsxRows(null, sheet)) {
          RawRow row = rows.next();
          while (row != null && row.number() <= HEADER_WITHIN) {
            int recognised = recognition.recognised(row.cells());
            if (recognised > most) {
              most = recognised;
              best = new XlsxBook(file, sheet.getIndex(), row.cells(), row.number());
            }
            row = rows.next();
          }
        }
      }
      if (best == null) {
        throw new BookRefused(BookFault.HEADER_UNKNOWN);
      }
      return best;
    } catch (ExcelReaderException unreadable) {
      throw new BookRefused(BookFault.ARCHIVE_BROKEN, unreadable);
    }
  }

  @Override
  public boolean hasFixedWidth() {
    return false;
  }

  @Override
  public RowSource rows() throws IOException {
    ReadableWorkbook workbook = new ReadableWorkbook(file.stream());
    Sheet found =
        workbook.getSheet(sheet).orElseThrow(() -> new BookRefused(BookFault.ARCHIVE_BROKEN));
    return new XlsxRows(workbook, found);
  }
}
