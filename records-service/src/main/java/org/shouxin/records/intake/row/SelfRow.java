package org.shouxin.records.intake.row;

import java.util.Map;
import org.shouxin.records.quality.Normalisation;

/**
 * A row whose insured is the applicant: which of the insured's faults only repeat the applicant's.
 */
record SelfRow(Cells cells) {
  private static final PartyFields FIRST = PartyFields.APPLICANT;
  private static final PartyFields SECOND = PartyFields.INSURED;

  boolean explains(Defect defect) {
    Columns columns = cells.columns();
    if (defect.column().equals(columns.label(SECOND.idNumber()))) {
      return repeats(SECOND.idNumber(), FIRST.idNumber())
          && repeats(SECOND.gender(), FIRST.gender())
          && repeats(SECOND.birthDate(), FIRST.birthDate());
    }
    Map<Field, Field> pairs =
        Map.of(
            SECOND.name(), FIRST.name(),
            SECOND.gender(), FIRST.gender(),
            SECOND.birthDate(), FIRST.birthDate(),
            SECOND.idType(), FIRST.idType(),
            SECOND.idValidUntil(), FIRST.idValidUntil(),
            SECOND.contact(columns), FIRST.contact(columns),
            SECOND.email(), FIRST.email(),
            SECOND.address(), FIRST.address());
    return pairs.entrySet().stream()
        .filter(pair -> columns.label(pair.getKey()).equals(defect.column()))
        .anyMatch(pair -> repeats(pair.getKey(), pair.getValue()));
  }

  private boolean repeats(Field second, Field first) {
    return cells.isMissing(second)
        || Normalisation.number(cells.text(second)).equals(Normalisation.number(cells.text(first)))
        || (DateForms.find(cells.text(second)).isPresent()
            && DateForms.find(cells.text(second)).equals(DateForms.find(cells.text(first))));
  }
}
