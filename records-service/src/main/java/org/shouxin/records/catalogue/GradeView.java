package org.shouxin.records.catalogue;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.shouxin.records.disclosure.mask.MaskKind;

/**
 * A grade on the wire.
 *
 * @param grade C1, C2 or C3
 * @param mask row of DR-07, or NONE
 * @param shown by audience: FULL, W, P or HIDDEN
 */
record GradeView(
    @NotNull @Size(max = 60) String field,
    @NotNull @Size(max = 2) String grade,
    int level,
    boolean sensitive,
    @NotNull @Pattern(regexp = "[A-Z_]{3,20}") String mask,
    @NotNull @Valid Shows shown) {

  /** What each audience of DR-13 sees. */
  record Shows(
      @NotNull Shown customer,
      @NotNull Shown partner,
      @NotNull Shown clientManager,
      @NotNull Shown supervisor,
      @NotNull Shown compliance,
      @NotNull Shown auditor) {}

  static GradeView of(FieldGrade grade) {
    return new GradeView(
        grade.field(),
        grade.grade(),
        grade.level(),
        grade.sensitive(),
        grade.mask().map(MaskKind::name).orElse("NONE"),
        new Shows(
            grade.shownTo(Audience.CUSTOMER),
            grade.shownTo(Audience.PARTNER),
            grade.shownTo(Audience.CLIENT_MANAGER),
            grade.shownTo(Audience.SUPERVISOR),
            grade.shownTo(Audience.COMPLIANCE),
            grade.shownTo(Audience.AUDITOR)));
  }

  /** The grade it says; a mask that does not exist counts as none of the field's own. */
  FieldGrade said() {
    Map<Audience, Shown> seen = new EnumMap<>(Audience.class);
    seen.put(Audience.CUSTOMER, shown.customer());
    seen.put(Audience.PARTNER, shown.partner());
    seen.put(Audience.CLIENT_MANAGER, shown.clientManager());
    seen.put(Audience.SUPERVISOR, shown.supervisor());
    seen.put(Audience.COMPLIANCE, shown.compliance());
    seen.put(Audience.AUDITOR, shown.auditor());
    return new FieldGrade(field, grade, level, sensitive, kind(), Map.copyOf(seen));
  }

  private Optional<MaskKind> kind() {
    return java.util.Arrays.stream(MaskKind.values())
        .filter(kind -> kind.name().equals(mask))
        .findAny();
  }
}
