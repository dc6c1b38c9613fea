package org.shouxin.records.customer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;

/**
 * A person one of whose values is right now, and by what she is recognised from then on: a file to
 * come says the right value (R-RC-01).
 */
record CorrectedPerson(SealedCustomer customer, DataKey key, Fact fact, String value) {
  private static final Set<Fact> DOCUMENT = Set.of(Fact.ID_TYPE, Fact.ID_NUMBER, Fact.NATIONALITY);
  private static final Set<Fact> PERSON = Set.of(Fact.NAME, Fact.BIRTH_DATE, Fact.MOBILE);

  /** By her identity document, when the value is part of it. */
  Optional<RecognitionKey> document(BlindIndex index) {
    String number = said(Fact.ID_NUMBER);
    if (!DOCUMENT.contains(fact) || number == null) {
      return Optional.empty();
    }
    String type = said(Fact.ID_TYPE);
    return Optional.of(
        RecognitionKey.of(
            index,
            IndexKind.ID_NUMBER,
            Recognition.documents(type == null ? "RIC" : type, number, said(Fact.NATIONALITY))));
  }

  /** By name, birth date and mobile together, as long as she has no document. */
  Optional<RecognitionKey> person(BlindIndex index) {
    String name = said(Fact.NAME);
    String born = said(Fact.BIRTH_DATE);
    String mobile = said(Fact.MOBILE);
    boolean known = name != null && born != null && mobile != null;
    return !PERSON.contains(fact) || !known || said(Fact.ID_NUMBER) != null
        ? Optional.empty()
        : Optional.of(RecognitionKey.of(index, IndexKind.PERSON, name + '|' + born + '|' + mobile));
  }

  /** By a new name within each of her policies: most beneficiaries are named and no more. */
  List<RecognitionKey> inPolicies(BlindIndex index, Supplier<List<PolicyPart>> parts) {
    return fact != Fact.NAME
        ? List.of()
        : parts.get().stream()
            .map(PolicyPart::terms)
            .map(terms ->
                PolicyIdentity.of(terms.insurer(), terms.number(), terms.applicationNumber()))
            .map(policy ->
                RecognitionKey.of(index, IndexKind.PERSON_IN_POLICY, policy + '|' + value))
            .toList();
  }

  private @Nullable String said(Fact other) {
    return other == fact ? value : customer.open(other, key).orElse(null);
  }

  @Override
  public String toString() {
    return "CorrectedPerson[redacted]";
  }
}
