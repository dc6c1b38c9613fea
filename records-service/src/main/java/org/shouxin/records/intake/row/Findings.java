package org.shouxin.records.intake.row;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.shouxin.records.quality.DefectCode;
import org.shouxin.records.quality.Severity;
import org.shouxin.records.quality.Verdict;

/** Collects the faults of one row; the same fault of the same column once. */
final class Findings {
  private final Columns columns;
  private final List<Defect> defects = new ArrayList<>();

  Findings(Columns columns) {
    this.columns = columns;
  }

  void add(Field field, DefectCode code) {
    add(columns.label(field), code);
  }

  void add(String column, DefectCode code) {
    Defect defect = new Defect(column, code);
    if (!defects.contains(defect)) {
      defects.add(defect);
    }
  }

  void addAll(Field field, Collection<DefectCode> codes) {
    codes.forEach(code -> add(field, code));
  }

  /** Notes a verdict's faults and hands its value on. */
  String note(Field field, Verdict verdict) {
    addAll(field, verdict.defects());
    return verdict.value();
  }

  boolean hasErrors() {
    return defects.stream().anyMatch(defect -> defect.code().severity() == Severity.E);
  }

  List<Defect> list() {
    return defects;
  }
}
