package org.shouxin.records.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.intake.row.IntakeRow;
import org.shouxin.records.quality.DefectCode;

/**
 * Rows that are committed together.
 *
 * @param after the checkpoint that this batch follows
 */
record Batch(long after, List<IntakeRow> rows) {
  Batch {
    rows = List.copyOf(rows);
  }

  long lastRow() {
    return rows.getLast().number();
  }

  /** Data rows; the header's line about missing columns is none. */
  int read() {
    return (int) rows.stream().filter(row -> !isAboutColumns(row)).count();
  }

  List<PolicyFile> policies() {
    return rows.stream().flatMap(row -> Stream.ofNullable(row.policy())).toList();
  }

  private static boolean isAboutColumns(IntakeRow row) {
    return row.defects().stream()
        .anyMatch(defect -> Objects.equals(defect.code(), DefectCode.COLUMN_MISSING));
  }
}
