package org.shouxin.records.catalogue;

import java.util.Map;
import java.util.Optional;
import org.shouxin.records.disclosure.mask.MaskKind;

/**
 * The grade of one field in force (DR-08).
 *
 * @param grade C1, C2 or C3 (JR/T 0171)
 * @param level 1 to 5 (JR/T 0197)
 * @param unmask who may open the field of one person (DR-13)
 * @param mask empty where DR-07 masks nothing, such as gender
 */
public record FieldGrade(
    String field,
    String grade,
    int level,
    boolean sensitive,
    Optional<MaskKind> mask,
    Map<Audience, Shown> shown,
    Map<Audience, Unmask> unmask) {

  /** A grade by itself, before the matrix of DR-13 has bound it: nobody may open the field. */
  FieldGrade(
      String field,
      String grade,
      int level,
      boolean sensitive,
      Optional<MaskKind> mask,
      Map<Audience, Shown> shown) {
    this(field, grade, level, sensitive, mask, shown, Map.of());
  }

  /** What the audience sees of the field; nothing unless the grade says so. */
  public Shown shownTo(Audience audience) {
    return shown.getOrDefault(audience, Shown.HIDDEN);
  }

  /** Whether the audience may open the field of one person. */
  public Unmask unmaskBy(Audience audience) {
    return unmask.getOrDefault(audience, Unmask.NO);
  }

  /** C3, health above all: nobody sees it unmasked without a second person (DR-07). */
  public boolean needsSecondApprover() {
    return grade.equals("C3");
  }
}
