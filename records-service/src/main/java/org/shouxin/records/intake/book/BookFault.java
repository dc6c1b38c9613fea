package org.shouxin.records.intake.book;

/** Why a whole file is refused; faults of single rows are in {@code DefectCode}. */
public enum BookFault {
  FILE_EMPTY("The file is empty."),
  FILE_TYPE("The file is neither CSV nor XLSX; export the book as one of these."),
  ENCODING_UNKNOWN("The text is neither UTF-8 nor GB18030; save it as one of these."),
  HEADER_UNKNOWN("No row holds known column names; compare with the header profile."),
  COLUMNS_TOO_MANY("A line has more columns or characters than any book of business."),
  ARCHIVE_BROKEN("The XLSX archive is damaged; save it again."),
  ARCHIVE_BOMB("The XLSX archive unpacks to far more than its size; it was not opened."),
  ARCHIVE_TOO_LARGE("The XLSX sheet is too large; export the book as CSV."),
  SHEETS_SEVERAL("Several sheets hold a book; save each of them as a file of its own."),
  DATES_1904("The workbook counts days from 1904, not from 1900; export the book as CSV."),
  FORMULAS_ONLY("The sheet holds formulas instead of values; save it with values.");

  private final String remedy;

  BookFault(String remedy) {
    this.remedy = remedy;
  }

  /** What to do, one sentence. */
  public String remedy() {
    return remedy;
  }
}
