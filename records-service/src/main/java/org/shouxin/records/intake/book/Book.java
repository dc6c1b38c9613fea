package org.shouxin.records.intake.book;

import java.io.IOException;
import java.util.List;

/**
 * A readable file: where its header is, and its rows from the first to the last, as often as asked.
 */
public interface Book {
  /** How many leading rows may be titles before the header. */
  int HEADER_WITHIN = 20;

  /** Fewer known column names than this make no header. */
  int FEWEST_NAMES = 4;

  /** The names of the columns. */
  List<String> header();

  /** Row number of the header, of its lower row when it has two. */
  long headerRow();

  /** The header's one or two rows as they stand in the file. */
  List<List<String>> headerLines();

  /** True when a row shorter than the header misses cells; a spreadsheet just leaves blanks out. */
  boolean hasFixedWidth();

  /** All rows from the first, titles and header included. */
  RowSource rows() throws IOException;

  /**
   * Opens a file by what is in it, never by its name.
   *
   * @throws BookRefused when it is no book
   */
  static Book open(BookFile file, HeaderRecognition recognition) throws IOException {
    return switch (FileKind.of(file)) {
      case CSV -> CsvBook.open(file, recognition);
      case XLSX -> XlsxBook.open(file, recognition);
    };
  }
}
