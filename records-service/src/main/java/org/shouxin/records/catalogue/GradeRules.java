package org.shouxin.records.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.shouxin.platform.problem.Problem;
import org.shouxin.records.disclosure.mask.MaskKind;

/**
 * What no approval can grant: a grade that breaks one of these is refused (DR-07, DR-08, DR-13).
 */
final class GradeRules {
  private static final Set<String> CLASSES = Set.of("C1", "C2", "C3");

  private GradeRules() {}

  /** All faults of a proposed grade; {@code before} is the one in force. */
  static List<Problem.Fault> faults(FieldGrade before, FieldGrade after) {
    List<Problem.Fault> faults = new ArrayList<>();
    if (!CLASSES.contains(after.grade())) {
      faults.add(fault("class", "CLASS_UNKNOWN", "C1, C2 or C3"));
    }
    if (after.level() < 1 || after.level() > 5) {
      faults.add(fault("level", "LEVEL_UNKNOWN", "1 to 5"));
    }
    if (after.grade().equals("C3") && (after.level() < 4 || !after.sensitive())) {
      faults.add(fault("level", "C3_IS_LEVEL_4", "C3 is sensitive and of level 4 or more"));
    }
    if (!maskStaysOfItsKind(before.mask(), after.mask())) {
      faults.add(fault("mask", "MASK_OF_ANOTHER_KIND", "the field's own mask, or NEVER_SHOWN"));
    }
    Shown partner = after.shownTo(Audience.PARTNER);
    if (after.mask().isPresent() && (partner == Shown.FULL || partner == Shown.W)) {
      faults.add(fault("partner", "PARTNER_IS_MASKED", "partners see level P or nothing"));
    }
    if (after.grade().equals("C3") && staffSeeInFull(after)) {
      faults.add(fault("staff", "C3_IS_UNMASKED_ONE_BY_ONE", "staff see C3 under a grant only"));
    }
    return faults;
  }

  private static boolean maskStaysOfItsKind(Optional<MaskKind> before, Optional<MaskKind> after) {
    return after.equals(before) || after.equals(Optional.of(MaskKind.NEVER_SHOWN));
  }

  private static boolean staffSeeInFull(FieldGrade grade) {
    return List.of(
            Audience.CLIENT_MANAGER, Audience.SUPERVISOR, Audience.COMPLIANCE, Audience.AUDITOR)
        .stream()
        .anyMatch(audience -> grade.shownTo(audience) == Shown.FULL);
  }

  private static Problem.Fault fault(String field, String code, String message) {
    return new Problem.Fault(field, code, message);
  }
}
