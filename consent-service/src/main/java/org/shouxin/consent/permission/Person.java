package org.shouxin.consent.permission;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person of a question, with what records-service knows of her.
 *
 * @param minor under 18: staff need an approval (Minors regs 36)
 * @param restricted processing is restricted to storage and protection (PIPL 47)
 * @param held a legal hold covers her data: they are kept, and nothing more or less is permitted
 * @param assigned she is a customer of the asking employee, or of her team
 * @param contract a contract with her is in force or applied for
 * @param approved an access approval of records-service covers this read
 */
record Person(
    @NotBlank @Size(max = 64) String id,
    boolean minor,
    boolean restricted,
    @Nullable Boolean held,
    boolean assigned,
    boolean contract,
    @Nullable Boolean approved) {

  /** The same person under the canonical spelling of her id. */
  Person as(UUID canonical) {
    return new Person(canonical.toString(), minor, restricted, held, assigned, contract, approved);
  }

  boolean hasApproval() {
    return Boolean.TRUE.equals(approved);
  }
}
