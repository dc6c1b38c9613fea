package org.shouxin.records.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One policy with its people, as one row of an import file tells it after validation.
 *
 * @param insured equal to {@code applicant} (same reference or equal facts) when 本人
 * @param insuredRelation relation of the insured to the applicant as written, such as 子女
 * @param employeeNo the client manager who looks after the applicant (业务员工号)
 * @param sourceRow row of the file, 1 = first data row; kept as the source of each value
 */
public record PolicyFile(
    String applicationNumber,
    @Nullable String policyNumber,
    String insurer,
    String product,
    @Nullable LocalDate startOn,
    @Nullable LocalDate endOn,
    @Nullable BigDecimal sumInsured,
    @Nullable BigDecimal premium,
    PersonFacts applicant,
    PersonFacts insured,
    @Nullable String insuredRelation,
    List<Beneficiary> beneficiaries,
    @Nullable String bankAccount,
    @Nullable String healthNote,
    @Nullable String employeeNo,
    long sourceRow) {

  public PolicyFile {
    beneficiaries = List.copyOf(beneficiaries);
  }

  /**
   * A beneficiary as named in the policy.
   *
   * @param relation relation to the insured as written
   * @param sharePercent 0..100
   */
  public record Beneficiary(
      PersonFacts person, @Nullable String relation, @Nullable BigDecimal sharePercent) {
    @Override
    public String toString() {
      return "Beneficiary[redacted]";
    }
  }

  @Override
  public String toString() {
    return "PolicyFile[row " + sourceRow + "]";
  }
}
