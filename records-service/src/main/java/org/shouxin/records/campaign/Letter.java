package org.shouxin.records.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A formal letter (函) that opens a campaign: who wrote it, its digest, its last day, what it
 * threatens, and which policies it means: named ones, or all of the insurer that began in a period.
 *
 * @param sha256 of the letter's file, hexadecimal
 * @param dueOn last day, inclusive
 */
record Letter(
    @NotBlank @Size(max = 100) String insurer,
    @NotBlank @Pattern(regexp = "[\\p{L}\\p{N}\\[\\]()〔〕（）._/-]{3,60}") String reference,
    @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256,
    @NotNull LocalDate receivedOn,
    @NotNull LocalDate dueOn,
    @NotBlank @Size(max = 1000) String consequence,
    @Nullable LocalDate startedFrom,
    @Nullable LocalDate startedTo,
    @NotNull @Size(max = 10_000) List<@NotNull @Valid NamedPolicy> policies) {

  /**
   * A policy that the letter names.
   *
   * @param reference the insurer's own number of the line; comes back in the report
   * @param partnerId who brought the policy and has to see to it
   */
  record NamedPolicy(
      @NotBlank @Size(max = 40) String number,
      @Nullable @Pattern(regexp = "[A-Za-z0-9._/-]{1,40}") String reference,
      @Nullable @Pattern(regexp = "[a-z][a-z0-9-]{2,60}") String partnerId) {
    @Override
    public String toString() {
      return "NamedPolicy[redacted]";
    }
  }

  /** Whether a policy of this insurer that began on this day is meant. */
  boolean means(String ofInsurer, @Nullable LocalDate startedOn) {
    if (!policies.isEmpty()) {
      return true;
    }
    return insurer.equals(ofInsurer)
        && (startedFrom == null || (startedOn != null && !startedOn.isBefore(startedFrom)))
        && (startedTo == null || (startedOn != null && !startedOn.isAfter(startedTo)));
  }
}
