package org.shouxin.records.disclosure;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.customer.CustomerFinder;
import org.shouxin.records.customer.Fact;
import org.shouxin.records.customer.IdentityNumber;
import org.shouxin.records.customer.SealedCustomer;
import org.shouxin.records.quality.Normalisation;
import org.shouxin.records.quality.PersonName;
import org.shouxin.records.quality.PolicyRules;
import org.shouxin.records.quality.Telephone;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.IndexKind;

/** The searcher's factors as blind indexes, normalised as intake normalises. */
record Factors(byte @Nullable [] name, CustomerFinder.Indexes indexes) {

  /**
   * Reads the factors.
   *
   * @throws ProblemException {@code FACTORS_TOO_FEW} for fewer than two kinds
   */
  static Factors of(SearchRequest.Factors said, BlindIndex index) {
    Factors factors =
        new Factors(
            index(index, IndexKind.NAME, said.name(), PersonName::normalise),
            new CustomerFinder.Indexes(
                index(
                    index,
                    IndexKind.ID_NUMBER,
                    said.idNumber(),
                    raw -> IdentityNumber.lifelong(Normalisation.number(raw))),
                index(
                    index,
                    IndexKind.MOBILE,
                    said.mobile(),
                    raw -> Telephone.checkContact(raw).value()),
                index(
                    index,
                    IndexKind.POLICY_NUMBER,
                    said.policyNumber(),
                    raw -> PolicyRules.checkNumber(raw).value())));
    if (factors.count() < 2) {
      throw new ProblemException(ProblemCode.FACTORS_TOO_FEW);
    }
    return factors;
  }

  /** All given factors fit the values in use; the policy number was matched by the database. */
  boolean match(SealedCustomer customer) {
    return matches(customer, Fact.NAME, name)
        && matches(customer, Fact.ID_NUMBER, indexes.idNumber())
        && matches(customer, Fact.MOBILE, indexes.mobile());
  }

  private static boolean matches(SealedCustomer customer, Fact fact, byte @Nullable [] index) {
    return index == null || customer.matches(fact, index);
  }

  private int count() {
    int count = 0;
    for (byte @Nullable [] index :
        new byte @Nullable [][] {
          name, indexes.idNumber(), indexes.mobile(), indexes.policyNumber()
        }) {
      count += index == null ? 0 : 1;
    }
    return count;
  }

  private static byte @Nullable [] index(
      BlindIndex index, IndexKind kind, @Nullable String raw, Function<String, String> normalise) {
    return Optional.ofNullable(raw)
        .map(normalise)
        .filter(value -> !value.isBlank())
        .map(value -> index.of(kind, value))
        .orElse(null);
  }
}
