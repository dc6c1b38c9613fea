package org.shouxin.records.intake.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouxin.records.intake.book.BookFile;

/** Compares what a reading reports with an answer key, code by code. */
final class Recall {
  private static final Pattern ENTRY = Pattern.compile("\"([A-Z0-9-]{8,32})\"\\s*:\\s*\\[([^]]*)]");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9_]+");

  /** One code's figures. */
  record Line(String code, int planted, int found, int wrong) {
    double precision() {
      return found + wrong == 0 ? 1 : (double) found / (found + wrong);
    }

    double recall() {
      return planted == 0 ? 1 : (double) found / planted;
    }

    @Override
    public String toString() {
      return "%-20s planted %4d  found %4d  wrong %4d  precision %6.2f %%  recall %6.2f %%"
          .formatted(code, planted, found, wrong, 100 * precision(), 100 * recall());
    }
  }

  private Recall() {}

  static List<Line> measure(List<IntakeRow> rows, Map<String, Set<String>> planted) {
    Map<String, Set<String>> reported = new TreeMap<>();
    for (IntakeRow row : rows) {
      Set<String> codes = reported.computeIfAbsent(row.applicationNo(), key -> new HashSet<>());
      row.defects().forEach(defect -> codes.add(defect.code().name()));
    }
    Set<String> names = new TreeSet<>();
    planted.values().forEach(names::addAll);
    List<Line> lines = new ArrayList<>();
    for (String code : names) {
      int expected = (int) planted.values().stream().filter(codes -> codes.contains(code)).count();
      int found = 0;
      int wrong = 0;
      for (Map.Entry<String, Set<String>> row : reported.entrySet()) {
        if (row.getValue().contains(code)) {
          boolean right = planted.getOrDefault(row.getKey(), Set.of()).contains(code);
          found += right ? 1 : 0;
          wrong += right ? 0 : 1;
        }
      }
      lines.add(new Line(code, expected, found, wrong));
    }
    lines.sort(Comparator.comparing(Line::code));
    return lines;
  }

  /** The answer key: application number to planted codes. */
  static Map<String, Set<String>> key(Path file) throws IOException {
    Map<String, Set<String>> planted = new TreeMap<>();
    Matcher entries = ENTRY.matcher(Files.readString(file));
    while (entries.find()) {
      Set<String> codes = new HashSet<>();
      Matcher code = CODE.matcher(entries.group(2));
      while (code.find()) {
        codes.add(code.group());
      }
      planted.put(entries.group(1), codes);
    }
    return planted;
  }

  static List<IntakeRow> read(Path file, Set<String> staff, LocalDate today) throws IOException {
    List<IntakeRow> rows = new ArrayList<>();
    BookReading.open(BookFile.of(file), staff::contains, today).forEach(rows::add);
    return rows;
  }
}
