package org.shouxin.records.customer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A policy's terms as each of its people holds them, sealed as one value.
 *
 * @param relation of this person: insured to applicant, beneficiary to insured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyTerms(
    String applicationNumber,
    @Nullable String number,
    String insurer,
    String product,
    @Nullable LocalDate startOn,
    @Nullable LocalDate endOn,
    @Nullable BigDecimal sumInsured,
    @Nullable BigDecimal premium,
    @Nullable String relation,
    @Nullable BigDecimal sharePercent) {

  @Override
  public String toString() {
    return "PolicyTerms[redacted]";
  }
}
