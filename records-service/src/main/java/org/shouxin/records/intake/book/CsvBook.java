package org.shouxin.records.intake.book;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A delimited text file. */
record CsvBook(BookFile file, CsvDialect dialect) implements Book {

  static CsvBook open(BookFile file, HeaderRecognition recognition) throws IOException {
    return new CsvBook(file, CsvDialect.detect(file, recognition));
  }

  @Override
  public List<String> header() {
    return dialect.header().names();
  }

  @Override
  public long headerRow() {
    return dialect.header().row();
  }

  @Override
  public List<List<String>> headerLines() {
    return dialect.header().lines();
  }

  @Override
  public boolean hasFixedWidth() {
    return true;
  }

  @Override
  public RowSource rows() throws IOException {
    InputStream in = file.stream();
    in.skipNBytes(dialect.skip());
    return new CsvRows(
        CsvDialect.reader(in, dialect.charset()),
        dialect.delimiter(),
        dialect.header().fewestCells());
  }
}
