package org.shouxin.records.intake.row;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.quality.Severity;

/**
 * One judged row of a book.
 *
 * @param number as a spreadsheet counts: the header of a plain file is row 1
 * @param applicationNo "" when there is none that may be printed
 * @param policy null when a fault keeps the row out of the book
 * @param defects every fault, errors and warnings
 */
public record IntakeRow(
    long number, String applicationNo, @Nullable PolicyFile policy, List<Defect> defects) {
  public IntakeRow {
    defects = List.copyOf(defects);
  }

  /** True when a fault keeps the row out of the book. */
  public boolean rejected() {
    return defects.stream().anyMatch(defect -> defect.code().severity() == Severity.E);
  }

  @Override
  public String toString() {
    return "IntakeRow[" + number + "]";
  }
}
