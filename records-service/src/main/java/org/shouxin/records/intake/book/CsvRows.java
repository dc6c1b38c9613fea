package org.shouxin.records.intake.book;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.intake.book.RawRow.Damage;

/** Rows of a delimited text. */
final class CsvRows implements RowSource {
  private final CsvReader<CsvRecord> parser;
  private final CloseableIterator<CsvRecord> records;
  private long number;

  /**
   * @param width cells of the header; 0 while it is not known
   */
  CsvRows(Reader text, char delimiter, int width) {
    this.parser =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(4 * LineMender.LONGEST_RECORD)
            .build(
                CsvRecordHandler.builder()
                    .maxFields(LineMender.MOST_FIELDS + 1)
                    .maxFieldSize(2 * LineMender.LONGEST_RECORD)
                    .maxRecordSize(2 * LineMender.LONGEST_RECORD)
                    .build(),
                new LineMender(text, delimiter, width));
    this.records = parser.iterator();
  }

  @Override
  public @Nullable RawRow next() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      List<String> cells = records.next().getFields();
      number++;
      String first = cells.getFirst();
      Damage damage =
          switch (first) {
            case LineMender.BROKEN -> Damage.QUOTING;
            case LineMender.OVERSIZE -> Damage.OVERSIZE;
            default -> Damage.NONE;
          };
      return new RawRow(number, damage, cells, formulas(cells));
    } catch (CsvParseException unreadable) {
      throw new BookRefused(BookFault.COLUMNS_TOO_MANY, unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  /**
   * {@code ="0571"} is how exports keep text; anything else after = is a formula, and a function
   * call after @.
   */
  private static BitSet formulas(List<String> cells) {
    BitSet found = new BitSet();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (!cell.isEmpty()
          && ((cell.charAt(0) == '@' && cell.indexOf('(') > 0)
              || (cell.charAt(0) == '=' && !isKeptText(cell)))) {
        found.set(i);
      }
    }
    return found;
  }

  /** True for {@code ="..."} without anything after the closing quotation mark. */
  static boolean isKeptText(String cell) {
    return cell.length() >= 3
        && cell.startsWith("=\"")
        && cell.indexOf('"', 2) == cell.length() - 1;
  }
}
