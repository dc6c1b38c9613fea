package org.shouxin.records.intake.book;

import java.util.BitSet;
import java.util.List;

/**
 * One row of text as it stands in the file.
 *
 * @param number as a spreadsheet counts: first row 1, blank rows counted, a quoted line break not
 * @param cells as written; may be shorter or longer than the header
 * @param formulas indexes of cells that hold a formula instead of a value
 */
public record RawRow(long number, Damage damage, List<String> cells, BitSet formulas) {

  /** What is wrong with the row as a whole, before any cell is looked at. */
  public enum Damage {
    NONE,
    /** A quotation mark opens and never closes. */
    QUOTING,
    /** Too long to be a row at all. */
    OVERSIZE
  }

  /** An undamaged row without formulas. */
  public static RawRow of(long number, List<String> cells) {
    return new RawRow(number, Damage.NONE, cells, new BitSet());
  }

  /** The text of a cell, "" beyond the last. */
  public String cell(int index) {
    return index >= 0 && index < cells.size() ? cells.get(index) : "";
  }

  @Override
  public String toString() {
    return "RawRow[" + number + "]";
  }
}
