package org.shouxin.records.export.watermark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Marks a sheet by the key of its export, and tells how well a leaked sheet fits a key. */
public final class Watermark {
  private Watermark() {}

  /**
   * A marked sheet.
   *
   * @param decoys references of the rows that are nobody's: canaries
   */
  public record Marked(List<ExportRow> rows, List<UUID> decoys) {}

  /**
   * How a leaked sheet fits an export.
   *
   * @param votes different values that have two renderings
   * @param matches those of them whose rendering is the export's
   * @param decoys rows that only this export has
   */
  public record Fit(int votes, int matches, int decoys) {

    /** The logarithm (base 10) of the probability of so many matches by chance. */
    public double log10OfChance() {
      return votes == 0 ? 0 : Tail.log10(votes, matches);
    }
  }

  /** Every value in the rendering that the key chooses, and decoys among the rows. */
  public static Marked mark(ExportKey key, List<ExportRow> rows) {
    List<ExportRow> marked = new ArrayList<>(rows);
    List<Decoy> decoys = rows.isEmpty() ? List.of() : Decoy.of(key, rows.size());
    for (int i = 0; i < decoys.size(); i++) {
      marked.add(decoys.get(i).like(rows.get(key.number("like|" + i, rows.size()))));
    }
    marked.replaceAll(row -> render(key, row));
    marked.sort(Comparator.comparing(ExportRow::reference));
    return new Marked(marked, decoys.stream().map(Decoy::reference).toList());
  }

  private static ExportRow render(ExportKey key, ExportRow row) {
    // Only the address, the two moments and the amount: other cells are left as they are.
    List<String> cells = new ArrayList<>(row.cells());
    for (int column : new int[] {4, 7, 8, 9}) {
      String cell = cells.get(column);
      for (Carrier carrier : Carrier.values()) {
        Optional<Carrier.Reading> reading = carrier.read(Cells.normalise(cell));
        if (reading.isPresent()) {
          String meaning = reading.get().meaning();
          cells.set(column, carrier.write(meaning, chosen(key, carrier, meaning)));
        }
      }
    }
    return ExportRow.of(cells);
  }

  private static boolean chosen(ExportKey key, Carrier carrier, String meaning) {
    return key.bit(carrier + "|" + meaning);
  }

  /** A leaked sheet, read once and compared with many exports. */
  public record Leaked(Map<String, Set<Boolean>> votes, List<Set<String>> rows) {

    /** Reads cells in any order, of any columns. */
    public static Leaked of(List<List<String>> sheet) {
      Map<String, Set<Boolean>> votes = new HashMap<>();
      List<Set<String>> rows = new ArrayList<>();
      for (List<String> cells : sheet) {
        Set<String> row = new HashSet<>();
        for (String raw : cells) {
          String cell = Cells.normalise(raw);
          row.add(cell);
          Arrays.stream(Carrier.values())
              .forEach(carrier ->
                  carrier
                      .read(cell)
                      .ifPresent(reading ->
                          votes
                              .computeIfAbsent(
                                  carrier + "|" + reading.meaning(), fresh -> new HashSet<>())
                              .add(reading.second())));
        }
        rows.add(row);
      }
      return new Leaked(votes, rows);
    }

    /** How it fits an export of so many rows. */
    public Fit fit(ExportKey key, int exportedRows) {
      int asked = 0;
      int matches = 0;
      for (Map.Entry<String, Set<Boolean>> vote : votes.entrySet()) {
        asked += vote.getValue().size();
        matches += vote.getValue().contains(key.bit(vote.getKey())) ? 1 : 0;
      }
      int decoys =
          (int)
              Decoy.of(key, exportedRows).stream()
                  .filter(decoy -> rows.stream().anyMatch(decoy::isIn))
                  .count();
      return new Fit(asked, matches, decoys);
    }

    @Override
    public String toString() {
      return "Leaked[redacted]";
    }
  }
}
