package org.shouxin.records.disclosure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer as this caller may see her: values masked by DR-07, fields that the purpose excludes
 * null and named in {@code withheld}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CustomerView(
    String id,
    @Nullable String name,
    @Nullable String idType,
    @Nullable String idNumber,
    @Nullable String gender,
    @Nullable String birthDate,
    @Nullable String mobile,
    @Nullable String email,
    @Nullable String address,
    @Nullable List<PolicyView> policies,
    List<String> withheld,
    DecisionView decision) {

  /** One policy the customer stands in; {@code role} such as {@code APPLICANT,INSURED}. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PolicyView(
      @Nullable String number,
      @Nullable String product,
      @Nullable String insurer,
      @Nullable String startOn,
      @Nullable String endOn,
      @Nullable String sumInsured,
      @Nullable String premium,
      @Nullable String role) {
    @Override
    public String toString() {
      return "PolicyView[redacted]";
    }
  }

  /** Why the caller may see this, in words the customer can be told. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record DecisionView(
      String id,
      boolean permitted,
      String purpose,
      @Nullable String legalBasis,
      String reason,
      @Nullable String reasonCode,
      String ruleVersion,
      @Nullable String consentRecordId) {}

  @Override
  public String toString() {
    return "CustomerView[redacted]";
  }
}
