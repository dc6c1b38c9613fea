package org.shouxin.records.disclosure;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
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
record Factors(@Nullable List<byte[]> name, CustomerFinder.Indexes indexes) {

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

  private static boolean matches(SealedCustomer customer, Fact fact, @Nullable List<byte[]> index) {
    return index == null || customer.matches(fact, index);
  }

  private int count() {
    return (int)
        Stream.of(
                Optional.ofNullable(name),
                Optional.ofNullable(indexes.idNumber()),
                Optional.ofNullable(indexes.mobile()),
                Optional.ofNullable(indexes.policyNumber()))
            .flatMap(Optional::stream)
            .count();
  }

  private static @Nullable List<byte[]> index(
      BlindIndex index, IndexKind kind, @Nullable String raw, Function<String, String> normalise) {
    return Optional.ofNullable(raw)
        .map(normalise)
        .filter(value -> !value.isBlank())
        .map(value -> index.every(kind, value))
        .orElse(null);
  }
}
