package org.shouxin.records.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of docs/rights.md, read as people read them: an oracle apart from the database. */
final class PublishedRights {
  private static final Path PAGE = Path.of("../docs/rights.md");
  private static final Map<String, String> FIELDS =
      Map.of(
          "name, contact", "name idType gender birthDate mobile email address",
          "ID number", "idNumber",
          "policy",
              "policies.number policies.product policies.insurer policies.startOn policies.endOn"
                  + " policies.sumInsured policies.premium policies.role",
          "bank account", "bankAccount",
          "health, claim papers", "healthNote");

  private PublishedRights() {}

  /** What a cell of DR-13 says. */
  record Cell(Shown shown, Unmask unmask) {
    static Cell of(String text) {
      Unmask unmask =
          text.endsWith("U + approval")
              ? Unmask.APPROVED
              : text.endsWith(", U") ? Unmask.YES : Unmask.NO;
      if (text.startsWith("F ")) {
        return new Cell(Shown.FULL, unmask);
      }
      if (text.startsWith("W") || text.startsWith("last 4")) {
        return new Cell(Shown.W, unmask);
      }
      if (text.equals("-") || text.startsWith("hidden")) {
        return new Cell(Shown.HIDDEN, unmask);
      }
      if (text.startsWith("P")) {
        return new Cell(Shown.P, unmask);
      }
      throw new IllegalArgumentException("a cell of DR-13 that nobody can read: " + text);
    }
  }

  /** By field, by column of the table. */
  static Map<String, Map<String, Cell>> cells() throws IOException {
    Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
    table("Data")
        .forEach((data, columns) -> {
          Map<String, Cell> row = new LinkedHashMap<>();
          columns.forEach((column, text) -> row.put(column, Cell.of(text)));
          for (String field : FIELDS.getOrDefault(data, "a row that no field has").split(" ")) {
            cells.put(field, row);
          }
        });
    return cells;
  }

  /** The rows of a table by their first cell; each by the header's words. */
  static Map<String, Map<String, String>> table(String head) throws IOException {
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    List<String> header = List.of();
    for (String line : Files.readAllLines(PAGE)) {
      List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).skip(1).toList();
      if (cells.isEmpty()) {
        header = List.of();
      } else if (cells.getFirst().equals(head)) {
        header = cells;
      } else if (!header.isEmpty() && !cells.getFirst().startsWith("---")) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 1; i < header.size(); i++) {
          row.put(header.get(i), cells.get(i));
        }
        rows.put(cells.getFirst(), row);
      }
    }
    return rows;
  }
}
