package org.shouxin.records.catalogue;

import java.util.Map;
import java.util.Optional;
import org.shouxin.records.disclosure.mask.MaskKind;

/**
 * The grade of one field in force (DR-08).
 *
 * @param grade C1, C2 or C3 (JR/T 0171)
 * @param level 1 to 5 (JR/T 0197)
 * @param mask empty where DR-07 masks nothing, such as gender
 */
public record FieldGrade(
    String field,
    String grade,
    int level,
    boolean sensitive,
    Optional<MaskKind> mask,
    Map<Audience, Shown> shown) {

  /** What the audience sees of the field; nothing unless the grade says so. */
  public Shown shownTo(Audience audience) {
    return shown.getOrDefault(audience, Shown.HIDDEN);
  }

  /** C3, health above all: nobody sees it unmasked without a second person (DR-07). */
  public boolean needsSecondApprover() {
    return grade.equals("C3");
  }
}
