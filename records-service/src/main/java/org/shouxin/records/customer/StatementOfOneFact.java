package org.shouxin.records.customer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.IndexKind;

/** Adds one verified value to a person; what was said before stays as history. */
@ApplicationScoped
public class StatementOfOneFact {
  private final BlindIndexes indexes;
  private final TermsCodec terms;

  StatementOfOneFact(BlindIndexes indexes, TermsCodec terms) {
    this.indexes = indexes;
    this.terms = terms;
  }

  /**
   * Adds the statement. Whoever brings the value in the next file is recognised by it too; a new
   * birth date or number is announced, since it may make her a child.
   *
   * @param customer loaded with her policies
   * @throws ProblemException {@code CONFLICT} when her identity document already recognises another
   *     person
   */
  public void add(
      Handle handle,
      SealedCustomer customer,
      Fact fact,
      String value,
      Provenance provenance,
      DataKey key) {
    ControllerId controller = customer.controller();
    BlindIndex index = indexes.of(controller);
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    facts.put(fact, value);
    // The same value may be said again after another one: the source makes the statement one of its
    // own.
    byte[] digest = index.of(IndexKind.STATEMENT, provenance.source() + '|' + fact.column());
    StatementRow sealed = StatementRow.seal(controller, customer.id(), facts, digest, index, key);
    StatementTable.insert(handle, controller, provenance, List.of(sealed));
    if (fact == Fact.BIRTH_DATE || fact == Fact.ID_NUMBER) {
      Announcements.add(
          handle,
          controller,
          Announcements.Kind.CHILD,
          List.of(customer.id()),
          provenance.recordedAt());
    }
    recognise(handle, customer, new CorrectedPerson(customer, key, fact, value), index, key);
  }

  /**
   * Keyed hash of a value for audit events, base64url: equal values of one fact have equal hashes.
   */
  public String hash(ControllerId controller, Fact fact, String value) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            indexes.of(controller).of(IndexKind.STATEMENT, fact.column() + '=' + value));
  }

  private void recognise(
      Handle handle,
      SealedCustomer customer,
      CorrectedPerson corrected,
      BlindIndex index,
      DataKey key) {
    corrected
        .document(index)
        .ifPresent(document -> {
          CustomerId holder =
              CustomerTable.recogniseAlso(handle, customer.controller(), document, customer.id());
          if (!holder.equals(customer.id())) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
        });
    corrected
        .person(index)
        .ifPresent(known ->
            CustomerTable.recogniseAlso(handle, customer.controller(), known, customer.id()));
    corrected
        .inPolicies(index, () -> terms.open(customer, key))
        .forEach(known ->
            CustomerTable.recogniseAlso(handle, customer.controller(), known, customer.id()));
  }
}
