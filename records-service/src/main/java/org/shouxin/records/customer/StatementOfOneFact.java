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

  StatementOfOneFact(BlindIndexes indexes) {
    this.indexes = indexes;
  }

  /** Who is said to have which value. */
  public record Said(ControllerId controller, CustomerId customer, Fact fact, String value) {
    @Override
    public String toString() {
      return "Said[redacted]";
    }
  }

  /**
   * Adds the statement; a corrected document number also becomes a recognition key.
   *
   * @param idType the document that a number is of
   * @throws ProblemException {@code CONFLICT} when the number already recognises another person
   */
  public void add(Handle handle, Said said, String idType, Provenance provenance, DataKey key) {
    BlindIndex index = indexes.of(said.controller());
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    facts.put(said.fact(), said.value());
    // The same value may be said again after another one: the source makes the statement one of its
    // own.
    byte[] digest = index.of(IndexKind.STATEMENT, provenance.source() + '|' + said.fact().column());
    StatementRow sealed =
        StatementRow.seal(said.controller(), said.customer(), facts, digest, index, key);
    StatementTable.insert(handle, said.controller(), provenance, List.of(sealed));
    if (said.fact() == Fact.ID_NUMBER) {
      recogniseBy(handle, said, idType, index);
    }
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

  private static void recogniseBy(Handle handle, Said said, String idType, BlindIndex index) {
    RecognitionKey key =
        RecognitionKey.of(
            index, IndexKind.ID_NUMBER, Recognition.document(idType, said.value(), null));
    CustomerId holder =
        CustomerTable.recogniseAlso(handle, said.controller(), key, said.customer());
    if (!holder.equals(said.customer())) {
      throw new ProblemException(ProblemCode.CONFLICT);
    }
  }
}
