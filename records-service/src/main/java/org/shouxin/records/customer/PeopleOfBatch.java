package org.shouxin.records.customer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouxin.records.vault.BlindIndex;

/** The people of a batch of policies, each under one recognition key however often she appears. */
final class PeopleOfBatch {
  private final BlindIndex index;
  private final Map<ByteBuffer, Set<PersonFacts>> said = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  /** A person's role in one policy of the batch. */
  record Part(PolicyFile policy, ByteBuffer person, String role, PolicyTerms terms) {}

  PeopleOfBatch(BlindIndex index, List<PolicyFile> batch) {
    this.index = index;
    batch.forEach(this::collect);
  }

  /** Recognition keys of all people. */
  Set<ByteBuffer> keys() {
    return said.keySet();
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
    ByteBuffer key = own(person);
    if (key == null) {
      key =
          samePolicy.stream()
              .filter(known -> known.name().equals(person.name()))
              .map(Known::key)
              .findFirst()
              .orElse(null);
    }
    if (key == null) {
      byte[] within = Recognition.key(index, person, PolicyIdentity.of(policy));
      if (within == null) {
        throw new IllegalStateException("a person in a policy always has a key");
      }
      key = ByteBuffer.wrap(within);
    }
    said.computeIfAbsent(key, unused -> new LinkedHashSet<>()).add(person);
    return key;
  }

  private @Nullable ByteBuffer own(PersonFacts person) {
    byte[] key = Recognition.key(index, person, null);
    return key == null ? null : ByteBuffer.wrap(key);
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
