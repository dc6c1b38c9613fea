package org.shouxin.records.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.BlindIndex;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.ByteaArray;
import org.shouxin.records.vault.IndexKind;

/**
 * What rows that arrive with a transfer need beside their sealed values: the receiver's own blind
 * indexes, search tokens and recognition keys. Nothing of the seller's keys is taken over.
 */
@ApplicationScoped
public class ArrivingRecords {
  private final BlindIndexes indexes;

  ArrivingRecords(BlindIndexes indexes) {
    this.indexes = indexes;
  }

  /** The receiver's indexes for one piece of work. */
  public BlindIndex indexOf(ControllerId controller) {
    return indexes.of(controller);
  }

  /** Admissions of the controller wait until the transaction ends. */
  public void lock(Handle handle, ControllerId controller) {
    CustomerTable.lock(handle, controller);
  }

  /** Whom the receiver knows already by this statement's document, or birth date and mobile. */
  public Optional<CustomerId> findKnown(
      Handle handle, ControllerId controller, ObjectNode statement) {
    RecognitionKey key = Recognition.key(indexes.of(controller), person(statement), null);
    return key == null
        ? Optional.empty()
        : CustomerTable.recognise(handle, controller, List.of(key)).values().stream().findFirst();
  }

  /** Whether the receiver has a policy already. */
  public boolean knowsPolicy(Handle handle, ControllerId controller, JsonNode terms) {
    List<byte[]> keys = indexes.of(controller).every(IndexKind.POLICY_NUMBER, identity(terms));
    return !PolicyTable.known(handle, controller, keys).isEmpty();
  }

  /** Digests under which these people's statements stand already. */
  public Set<StoredDigest> digests(
      Handle handle, ControllerId controller, Collection<CustomerId> people) {
    return StatementTable.said(handle, controller, people).stream()
        .map(said -> new StoredDigest(said.customer(), said.digest()))
        .collect(Collectors.toSet());
  }

  /** A statement's digest in use. */
  public record StoredDigest(CustomerId customer, ByteBuffer digest) {}

  /**
   * Adds digest and indexes to a sealed statement, and makes its person recognisable and findable.
   *
   * @param index the receiver's
   * @param plain the values as they arrived
   * @param used digests in use; this one is added
   */
  public void index(
      Handle handle,
      ControllerId controller,
      BlindIndex index,
      ObjectNode plain,
      ObjectNode row,
      Set<StoredDigest> used) {
    CustomerId customer = CustomerId.parse(plain.path("customerId").asText());
    Map<Fact, String> facts = facts(plain);
    byte[] digest = index.of(IndexKind.STATEMENT, StatementRow.text(facts));
    if (!used.add(new StoredDigest(customer, ByteBuffer.wrap(digest)))) {
      digest = index.of(IndexKind.STATEMENT, "arrived|" + plain.path("id").asText());
    }
    put(row, "digest", digest);
    String number = facts.get(Fact.ID_NUMBER);
    putIndex(row, "nameIndex", index, IndexKind.NAME, facts.get(Fact.NAME));
    putIndex(
        row,
        "idNumberIndex",
        index,
        IndexKind.ID_NUMBER,
        number == null ? null : IdentityNumber.lifelong(number));
    putIndex(row, "mobileIndex", index, IndexKind.MOBILE, facts.get(Fact.MOBILE));
    SearchTable.insert(handle, controller, customer, SearchTokens.of(index, facts));
    RecognitionKey key = Recognition.key(index, person(plain), null);
    if (key != null) {
      CustomerTable.recogniseAlso(handle, controller, key, customer);
    }
  }

  /** Makes the policy of a part, where the receiver does not have it; returns its id here. */
  public UUID policy(Handle handle, ControllerId controller, BlindIndex index, ObjectNode part) {
    JsonNode terms = part.path("terms");
    byte[] key = index.of(IndexKind.POLICY_NUMBER, identity(terms));
    String number = text(terms, "number");
    handle
        .createUpdate(
            """
            insert into policy (controller_id, id, key, number_index, source, recorded_at)
            values (:controller, cast(:id as uuid), :key, :number, :source,
                    cast(:at as timestamptz))
            on conflict do nothing\
            """)
        .bind("controller", controller)
        .bind("id", part.path("policyId").asText())
        .bind("key", key)
        .bind("number", number == null ? null : index.of(IndexKind.POLICY_NUMBER, number))
        .bind("source", part.path("source").asText())
        .bind("at", part.path("recordedAt").asText())
        .execute();
    return handle
        .createQuery("select id from policy where controller_id = :controller and key = any(:keys)")
        .bind("controller", controller)
        .bind("keys", ByteaArray.of(index.every(IndexKind.POLICY_NUMBER, identity(terms))))
        .mapTo(UUID.class)
        .first();
  }

  /** Adds the index of an account number. */
  public void indexAccount(BlindIndex index, ObjectNode plain, ObjectNode row) {
    put(row, "numberIndex", index.of(IndexKind.BANK_ACCOUNT, plain.path("number").asText()));
  }

  /** Adds the digest of a health note. */
  public void indexNote(BlindIndex index, ObjectNode plain, ObjectNode row) {
    put(row, "digest", index.of(IndexKind.STATEMENT, "health|" + plain.path("note").asText()));
  }

  private static String identity(JsonNode terms) {
    String number = text(terms, "number");
    return PolicyIdentity.of(
        terms.path("insurer").asText(), number, terms.path("applicationNumber").asText());
  }

  private static Map<Fact, String> facts(ObjectNode plain) {
    Map<Fact, String> facts = new EnumMap<>(Fact.class);
    for (Fact fact : Fact.values()) {
      String value = text(plain, fact.wire());
      if (value != null) {
        facts.put(fact, value);
      }
    }
    return facts;
  }

  private static PersonFacts person(ObjectNode plain) {
    String born = text(plain, "birthDate");
    return new PersonFacts(
        plain.path("name").asText(),
        null,
        born == null ? null : LocalDate.parse(born),
        text(plain, "idType"),
        text(plain, "idNumber"),
        null,
        text(plain, "mobile"),
        null,
        null,
        null,
        text(plain, "nationality"));
  }

  private static @Nullable String text(JsonNode node, String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value.asText();
  }

  private static void putIndex(
      ObjectNode row, String member, BlindIndex index, IndexKind kind, @Nullable String value) {
    if (value != null) {
      put(row, member, index.of(kind, value));
    }
  }

  private static void put(ObjectNode row, String member, byte[] value) {
    row.put(member, "\\x" + HexFormat.of().formatHex(value));
  }
}
