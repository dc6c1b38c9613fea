package org.shouxin.gateway.rules;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Another grade of a field. */
@Input("GradeInput")
public record GradeInput(
    @NonNull String field,
    @NonNull String grade,
    int level,
    boolean sensitive,
    @NonNull String mask,
    @NonNull ShownInput shown) {

  /** What each audience of DR-13 would see. */
  @Input("GradeShownInput")
  public record ShownInput(
      @NonNull String customer,
      @NonNull String partner,
      @NonNull String clientManager,
      @NonNull String supervisor,
      @NonNull String compliance,
      @NonNull String auditor) {}
}
