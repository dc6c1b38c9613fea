package org.shouxin.records.intake.book;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A header among the leading rows: one row of column names, or two where the upper one names groups
 * of columns over merged cells (投保人信息 over 姓名, 性别).
 *
 * @param names of the columns; under a group its name before theirs
 * @param row number of the lower row
 * @param lines the rows as they stand in the file, to know them where pages repeat them
 * @param recognised how many of the names are known
 */
record FoundHeader(List<String> names, long row, List<List<String>> lines, int recognised) {
  private static final Pattern GROUP_WORDS = Pattern.compile("(基本)?(信息|资料|情况|部分)$");

  FoundHeader {
    names = List.copyOf(names);
    lines = List.copyOf(lines);
  }

  /** How a row, with the row above it, reads best. */
  static FoundHeader read(@Nullable RawRow above, RawRow row, HeaderRecognition recognition) {
    List<String> names = row.cells();
    int recognised = recognition.recognised(names);
    FoundHeader plain = new FoundHeader(names, row.number(), List.of(row.cells()), recognised);
    if (above == null) {
      return plain;
    }
    List<String> grouped = grouped(above.cells(), row.cells(), recognition);
    int more = recognition.recognised(grouped);
    return more > recognised
        ? new FoundHeader(grouped, row.number(), List.of(above.cells(), row.cells()), more)
        : plain;
  }

  /** The row's names, each with its group where that makes it a known name. */
  private static List<String> grouped(
      List<String> groups, List<String> names, HeaderRecognition recognition) {
    List<String> read = new ArrayList<>();
    String group = "";
    for (int i = 0; i < Math.max(groups.size(), names.size()); i++) {
      String over = i < groups.size() ? groups.get(i).strip() : "";
      String name = i < names.size() ? names.get(i).strip() : "";
      group = over.isEmpty() ? group : over;
      String whole = GROUP_WORDS.matcher(group).replaceAll("") + name;
      read.add(name.isEmpty() ? over : recognition.recognised(List.of(whole)) > 0 ? whole : name);
    }
    return read;
  }

  /** How many cells a row has at least: exports carry empty columns behind the last name. */
  int fewestCells() {
    int width = names.size();
    while (width > 0 && names.get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }
}
