package org.shouxin.records.intake.row;

import java.util.Optional;
import org.shouxin.records.intake.book.RawRow;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Normalisation;

/** The cells of one row by field, freed of what exports wrap around values. */
record Cells(Columns columns, RawRow row) {

  /** The text of a cell; "" when empty or without column. */
  String text(Field field) {
    String raw = columns.cell(row, field);
    if (raw.length() >= 3 && raw.startsWith("=\"") && raw.endsWith("\"")) {
      raw = raw.substring(2, raw.length() - 1);
    }
    return Amounts.expand(raw);
  }

  boolean isMissing(Field field) {
    return Normalisation.isMissing(text(field));
  }

  /** The cell when somebody filled it in. */
  Optional<String> find(Field field) {
    String text = text(field);
    return Normalisation.isMissing(text) ? Optional.empty() : Optional.of(text);
  }

  /**
   * As {@link #find}; a missing key field is a fault when the file has the column or must have it.
   */
  Optional<String> require(Field field, Findings findings) {
    Optional<String> found = find(field);
    if (found.isEmpty() && (columns.has(field) || field.need() == Field.Need.CORE)) {
      findings.add(field, DefectCode.KEY_FIELD_MISSING);
    }
    return found;
  }

  @Override
  public String toString() {
    return "Cells[" + row.number() + "]";
  }
}
