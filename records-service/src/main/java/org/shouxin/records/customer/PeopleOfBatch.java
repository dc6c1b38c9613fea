package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.vault.BlindIndex;

/** The people of a batch of policies, each under one recognition key however often she appears. */
final class PeopleOfBatch {
  private final BlindIndex index;
  private final Map<ByteBuffer, Set<PersonFacts>> said = new LinkedHashMap<>();
  private final Map<ByteBuffer, RecognitionKey> keys = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** A person's role in one policy of the batch. */
  record Part(PolicyFile policy, ByteBuffer person, String role, PolicyTerms terms) {}

  PeopleOfBatch(BlindIndex index, List<PolicyFile> batch) {
    this.index = index;
    batch.forEach(this::collect);
  }

  /** Recognition keys of all people. */
  Set<ByteBuffer> keys() {
    return keys.keySet();
  }

  /** The same, with what each may be stored as. */
  Collection<RecognitionKey> recognition() {
    return keys.values();
  }

  /** What the batch says about one person; several sets of facts when its rows differ. */
  Set<PersonFacts> said(ByteBuffer key) {
    return said.getOrDefault(key, Set.of());
  }

  List<Part> parts() {
    return parts;
  }

  private void collect(PolicyFile policy) {
    ByteBuffer applicant = add(policy, policy.applicant(), List.of());
    parts.add(new Part(policy, applicant, "APPLICANT", terms(policy, null, null)));
    List<Known> before = new ArrayList<>();
    before.add(new Known(policy.applicant().name(), applicant));
    ByteBuffer insured = add(policy, policy.insured(), before);
    parts.add(new Part(policy, insured, "INSURED", terms(policy, policy.insuredRelation(), null)));
    before.add(new Known(policy.insured().name(), insured));
    for (PolicyFile.Beneficiary beneficiary : policy.beneficiaries()) {
      ByteBuffer key = add(policy, beneficiary.person(), before);
      PolicyTerms terms = terms(policy, beneficiary.relation(), beneficiary);
      parts.add(new Part(policy, key, "BENEFICIARY", terms));
    }
  }

  private record Known(String name, ByteBuffer key) {}

  /** Someone with nothing but a name is who bears this name in the same policy, if anyone does. */
  private ByteBuffer add(PolicyFile policy, PersonFacts person, List<Known> samePolicy) {
    ByteBuffer key =
        note(Recognition.key(index, person, null))
            .or(() ->
                samePolicy.stream()
                    .filter(known -> known.name().equals(person.name()))
                    .map(Known::key)
                    .findFirst())
            .or(() -> note(Recognition.key(index, person, PolicyIdentity.of(policy))))
            .orElseThrow(() -> new IllegalStateException("a person in a policy always has a key"));
    said.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(person);
    return key;
  }

  private Optional<ByteBuffer> note(@Nullable RecognitionKey key) {
    if (key == null) {
      return Optional.empty();
    }
    keys.putIfAbsent(key.written(), key);
    return Optional.of(key.written());
  }

  private static PolicyTerms terms(
      PolicyFile policy, @Nullable String relation, PolicyFile.@Nullable Beneficiary beneficiary) {
    return new PolicyTerms(
        policy.applicationNumber(),
        policy.policyNumber(),
        policy.insurer(),
        policy.product(),
        policy.startOn(),
        policy.endOn(),
        policy.sumInsured(),
        policy.premium(),
        relation,
        beneficiary == null ? null : beneficiary.sharePercent());
  }
}
