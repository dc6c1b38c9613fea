package org.shouxin.records.customer;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;

/**
 * One customer as stored: pseudonymous facts in the open, personal values sealed. Values are opened
 * one by one, by whoever holds the data key and has asked for permission.
 *
 * @param restricted everything of hers is only stored (PIPL 47)
 * @param held a legal hold covers something of hers
 * @param restrictedRecords ids of single records that are only stored
 * @param assigned the viewer looks after this customer
 * @param contract the customer stands in a policy of this controller
 */
public record SealedCustomer(
    ControllerId controller,
    CustomerId id,
    boolean restricted,
    boolean held,
    Set<String> restrictedRecords,
    boolean assigned,
    boolean contract,
    List<SealedStatement> statements,
    List<SealedPolicy> policies) {

  static final String STATEMENT_TABLE = "customer_statement";
  static final String ROLE_TABLE = "policy_role";

  /** When a source last said anything of her. */
  public Optional<Instant> lastSaidAt() {
    return statements.stream().map(SealedStatement::recordedAt).max(Comparator.naturalOrder());
  }

  /** True for a policy that is only stored. */
  public boolean isOnlyStored(PolicyPart part) {
    return restrictedRecords.contains(part.policy().toString())
        || policies.stream()
            .anyMatch(policy -> policy.restricted() && policy.policy().equals(part.policy()));
  }

  /**
   * The person's part in one policy.
   *
   * @param restricted it arrived so from a seller
   */
  record SealedPolicy(UUID policy, List<String> roles, byte[] terms, boolean restricted) {}

  /** A statement that says a fact, and how. */
  private record Stated(SealedStatement statement, byte[] sealed) {}

  /** The value in use, opened; empty when no source says one. */
  public Optional<String> open(Fact fact, DataKey key) {
    return stated(fact).findFirst().map(stated -> open(fact, stated, key));
  }

  /**
   * Every value that sources say, in the order of their precedence; more than one is a conflict.
   */
  public List<String> openAll(Fact fact, DataKey key) {
    return stated(fact).map(stated -> open(fact, stated, key)).distinct().toList();
  }

  /**
   * A value as one statement says it, opened.
   *
   * @param verifiedAt null while nobody has confirmed it
   */
  public record StatedValue(
      UUID statement,
      String value,
      String source,
      Instant recordedAt,
      @Nullable Instant verifiedAt) {
    @Override
    public String toString() {
      return "StatedValue[redacted]";
    }
  }

  /** Everything that sources say of a fact, in the order of precedence; the first is in use. */
  public List<StatedValue> openStated(Fact fact, DataKey key) {
    return stated(fact)
        .map(stated ->
            new StatedValue(
                stated.statement().id(),
                open(fact, stated, key),
                stated.statement().source(),
                stated.statement().recordedAt(),
                stated.statement().verifiedAt()))
        .toList();
  }

  /**
   * True when the value in use has one of these blind indexes ({@code BlindIndex.every}); tells
   * equality without opening the value.
   */
  public boolean matches(Fact fact, List<byte[]> indexes) {
    return stated(fact)
        .findFirst()
        .map(stated -> {
          byte[] stored = stated.statement().indexes().get(fact);
          return indexes.stream().anyMatch(index -> Arrays.equals(stored, index));
        })
        .orElse(false);
  }

  private Stream<Stated> stated(Fact fact) {
    return statements.stream()
        .sorted(fact.precedence())
        .flatMap(statement ->
            Optional.ofNullable(statement.values().get(fact))
                .map(sealed -> new Stated(statement, sealed))
                .stream());
  }

  private String open(Fact fact, Stated stated, DataKey key) {
    return key.open(
        new FieldPlace(controller, id, STATEMENT_TABLE, fact.column(), stated.statement().id()),
        stated.sealed());
  }
}
