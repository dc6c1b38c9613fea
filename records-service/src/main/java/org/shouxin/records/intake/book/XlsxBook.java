package org.shouxin.records.intake.book;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * The one sheet of an XLSX file that has a header. The packed file is held in memory while it is
 * read, since it lies sealed on disk; {@link ArchiveBounds} bounds its size.
 */
record XlsxBook(BookFile file, int sheet, FoundHeader found) implements Book {

  static XlsxBook open(BookFile file, HeaderRecognition recognition) throws IOException {
    ArchiveBounds.check(file);
    try (ReadableWorkbook workbook = new ReadableWorkbook(file.stream())) {
      List<XlsxBook> headed = new ArrayList<>();
      for (Sheet sheet : workbook.getSheets().toList()) {
        FoundHeader header = header(sheet, recognition);
        if (header != null && header.recognised() >= FEWEST_NAMES) {
          headed.add(new XlsxBook(file, sheet.getIndex(), header));
        }
      }
      return only(headed);
    } catch (ExcelReaderException unreadable) {
      throw new BookRefused(BookFault.ARCHIVE_BROKEN, unreadable);
    }
  }

  /** The sheet that is a book; a list of codes beside it names few of its columns. */
  private static XlsxBook only(List<XlsxBook> headed) {
    int most = headed.stream().mapToInt(book -> book.found().recognised()).max().orElse(0);
    List<XlsxBook> books =
        headed.stream().filter(book -> 2 * book.found().recognised() > most).toList();
    if (books.isEmpty()) {
      throw new BookRefused(BookFault.HEADER_UNKNOWN);
    }
    if (books.size() > 1) {
      // Reading one of them would leave the others out without a word.
      throw new BookRefused(BookFault.SHEETS_SEVERAL);
    }
    return books.getFirst();
  }

  private static @Nullable FoundHeader header(Sheet sheet, HeaderRecognition recognition)
      throws IOException {
    FoundHeader best = null;
    try (XlsxRows rows = new XlsxRows(null, sheet)) {
      RawRow above = null;
      RawRow row = rows.next();
      while (row != null && row.number() <= HEADER_WITHIN) {
        FoundHeader header = FoundHeader.read(above, row, recognition);
        best = best == null || header.recognised() > best.recognised() ? header : best;
        above = row;
        row = rows.next();
      }
    }
    return best;
  }

  @Override
  public List<String> header() {
    return found.names();
  }

  @Override
  public long headerRow() {
    return found.row();
  }

  @Override
  public List<List<String>> headerLines() {
    return found.lines();
  }

  @Override
  public boolean hasFixedWidth() {
    return false;
  }

  @Override
  public RowSource rows() throws IOException {
    ReadableWorkbook workbook = new ReadableWorkbook(file.stream());
    Sheet book =
        workbook.getSheet(sheet).orElseThrow(() -> new BookRefused(BookFault.ARCHIVE_BROKEN));
    return new XlsxRows(workbook, book);
  }
}
