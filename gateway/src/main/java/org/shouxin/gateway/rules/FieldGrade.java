package org.shouxin.gateway.rules;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** How a field is classified now, and who sees how much of it (R-RC-04, DR-07, DR-13). */
public record FieldGrade(
    @NonNull String field,
    @NonNull @Description("C1, C2 or C3.") String grade,
    int level,
    boolean sensitive,
    @NonNull @Description("Row of DR-07, or NONE.") String mask,
    @NonNull @Description("By audience: FULL, W, P or HIDDEN.") GradeShown shown) {

  /** What each audience of DR-13 sees. */
  public record GradeShown(
      @NonNull String customer,
      @NonNull String partner,
      @NonNull String clientManager,
      @NonNull String supervisor,
      @NonNull String compliance,
      @NonNull String auditor) {}
}
