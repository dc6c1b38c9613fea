package org.shouxin.records.intake.row;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.intake.book.RawRow;

/** The columns of one file. */
public record Columns(List<String> header, Map<Field, Integer> indexes) {
  public Columns {
    header = List.copyOf(header);
    indexes = Map.copyOf(indexes);
  }

  public boolean has(Field field) {
    return indexes.containsKey(field);
  }

  public int width() {
    return header.size();
  }

  /** The cell of a field; "" when the file has no such column. */
  public String cell(RawRow row, Field field) {
    Integer index = indexes.get(field);
    return index == null ? "" : row.cell(index);
  }

  /** The column's name as the file spells it, else the usual one. */
  public String label(Field field) {
    Integer index = indexes.get(field);
    return index == null ? field.label() : header.get(index).strip();
  }

  /** What the column at an index means; null when unknown. */
  public @Nullable Field fieldAt(int index) {
    for (Map.Entry<Field, Integer> entry : indexes.entrySet()) {
      if (entry.getValue() == index) {
        return entry.getKey();
      }
    }
    return null;
  }
}
