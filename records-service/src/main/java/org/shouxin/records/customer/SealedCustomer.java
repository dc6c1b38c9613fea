package org.shouxin.records.customer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;

/**
 * One customer as stored: pseudonymous facts in the open, personal values sealed. Values are opened
 * one by one, by whoever holds the data key and has asked for permission.
 *
 * @param assigned the viewer looks after this customer
 * @param contract the customer stands in a policy of this controller
 */
public record SealedCustomer(
    ControllerId controller,
    CustomerId id,
    boolean restricted,
    boolean assigned,
    boolean contract,
    List<SealedStatement> statements,
    List<SealedPolicy> policies) {

  static final String STATEMENT_TABLE = "customer_statement";
  static final String ROLE_TABLE = "policy_role";

  /** The person's part in one policy. */
  record SealedPolicy(UUID policy, List<String> roles, byte[] terms) {}

  /** The value in use, opened; empty when no source says one. */
  public Optional<String> open(Fact fact, DataKey key) {
    return inUse(fact)
        .map(statement -> key.open(place(fact, statement), statement.values().get(fact)));
  }

  /** Every value that sources say, in the order of their precedence; more than one is a conflict. */
  public List<String> openAll(Fact fact, DataKey key) {
    return statements.stream()
        .filter(statement -> statement.values().containsKey(fact))
        .sorted(fact.precedence())
        .map(statement -> key.open(place(fact, statement), statement.values().get(fact)))
        .distinct()
        .toList();
  }

  /** True when the value in use has this blind index; tells equality without opening the value. */
  public boolean matches(Fact fact, byte[] index) {
    return inUse(fact)
        .map(statement -> Arrays.equals(statement.indexes().get(fact), index))
        .orElse(false);
  }

  private Optional<SealedStatement> inUse(Fact fact) {
    return statements.stream()
        .filter(statement -> statement.values().containsKey(fact))
        .min(fact.precedence());
  }

  private FieldPlace place(Fact fact, SealedStatement statement) {
    return new FieldPlace(controller, id, STATEMENT_TABLE, fact.column(), statement.id());
  }
}
