package org.shouxin.records.intake.row;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.intake.book.RawRow;

/** The columns of one file. */
public final class Columns {
  private static final int NONE = -1;
  private final List<String> header;
  private final int[] indexes = new int[Field.values().length];
  private final int known;

  Columns(List<String> header, Map<Field, Integer> indexes) {
    this.header = List.copyOf(header);
    this.known = indexes.size();
    Arrays.fill(this.indexes, NONE);
    indexes.forEach((field, index) -> this.indexes[field.ordinal()] = index);
  }

  List<String> header() {
    return header;
  }

  boolean has(Field field) {
    return indexes[field.ordinal()] != NONE;
  }

  int width() {
    return header.size();
  }

  /**
   * How many cells a row has at least: the empty columns behind the last name are often left out.
   */
  int fewestCells() {
    int width = header.size();
    while (width > 0 && header.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }

  /** How many columns have a known meaning. */
  int known() {
    return known;
  }

  /** The other columns when they have one of these elsewhere; a repeated header mostly has not. */
  Columns reorderedBy(Columns other) {
    for (int i = 0; i < indexes.length; i++) {
      if (indexes[i] != NONE && other.indexes[i] != NONE && indexes[i] != other.indexes[i]) {
        return other;
      }
    }
    return this;
  }

  /** The cell of a field; "" when the file has no such column. */
  String cell(RawRow row, Field field) {
    return row.cell(indexes[field.ordinal()]);
  }

  /** The column's name as the file spells it, else the usual one. */
  String label(Field field) {
    int index = indexes[field.ordinal()];
    return index == NONE ? field.label() : header.get(index).strip();
  }

  /** What the column at an index means; null when unknown. */
  @Nullable Field fieldAt(int index) {
    for (Field field : Field.values()) {
      if (indexes[field.ordinal()] == index) {
        return field;
      }
    }
    return null;
  }
}
