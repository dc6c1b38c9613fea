package org.shouxin.records.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
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
  private final Clock clock;

  ArrivingRecords(BlindIndexes indexes, Clock clock) {
    this.indexes = indexes;
    this.clock = clock;
  }

  /** The receiver's indexes for one piece of work. */
  public BlindIndex indexOf(ControllerId controller) {
    return indexes.of(controller);
  }

  /** Admissions of the controller wait until the transaction ends. */
  public void lock(Handle handle, ControllerId controller) {
    CustomerTable.lock(handle, controller);
  }

  /**
   * Whom the receiver knows already by a statement's document, or birth date and mobile, under the
   * pseudonym that the statement has.
   */
  public Map<UUID, CustomerId> known(
      Handle handle, ControllerId controller, BlindIndex index, List<ObjectNode> statements) {
    List<Named> named = new ArrayList<>();
    for (ObjectNode statement : statements) {
      RecognitionKey key = Recognition.key(index, person(statement), null);
      if (key != null) {
        named.add(new Named(owner(statement).value(), key));
      }
    }
    Map<ByteBuffer, CustomerId> here =
        CustomerTable.recognise(
            handle, controller, named.stream().map(Named::key).collect(Collectors.toSet()));
    Map<UUID, CustomerId> known = new HashMap<>();
    for (Named each : named) {
      each.key().every().stream()
          .map(here::get)
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(customer -> known.putIfAbsent(each.person(), customer));
    }
    return known;
  }

  private record Named(UUID person, RecognitionKey key) {}

  /** Whose parts are in policies that the receiver has already. */
  public Set<UUID> withKnownPolicy(
      Handle handle, ControllerId controller, BlindIndex index, List<ObjectNode> parts) {
    Set<ByteBuffer> here =
        PolicyTable.known(
            handle,
            controller,
            parts.stream().flatMap(part -> keys(index, part).stream()).toList());
    return parts.stream()
        .filter(part -> keys(index, part).stream().map(ByteBuffer::wrap).anyMatch(here::contains))
        .map(part -> owner(part).value())
        .collect(Collectors.toSet());
  }

  private static List<byte[]> keys(BlindIndex index, ObjectNode part) {
    return index.every(IndexKind.POLICY_NUMBER, identity(part.path("terms")));
  }

  private static CustomerId owner(ObjectNode plain) {
    return CustomerId.parse(plain.path("customerId").asText());
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
   * Adds digest and indexes to a sealed statement.
   *
   * @param index the receiver's
   * @param plain the values as they arrived
   * @param used digests in use; this one is added
   */
  public void index(BlindIndex index, ObjectNode plain, ObjectNode row, Set<StoredDigest> used) {
    CustomerId customer = owner(plain);
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
  }

  /**
   * Makes the people of these statements recognisable and findable; who is a child by one of them
   * is announced, since whoever is copied brings no word of it from the seller's consents (D-145).
   */
  public void makeFindable(
      Handle handle, ControllerId controller, BlindIndex index, List<ObjectNode> statements) {
    LocalDate today = BusinessTime.today(clock);
    List<CustomerId> customers = new ArrayList<>();
    List<byte[]> tokens = new ArrayList<>();
    Map<RecognitionKey, CustomerId> keys = new LinkedHashMap<>();
    Set<CustomerId> children = new LinkedHashSet<>();
    for (ObjectNode plain : statements) {
      CustomerId customer = owner(plain);
      PersonFacts person = person(plain);
      for (byte[] token : SearchTokens.of(index, facts(plain))) {
        customers.add(customer);
        tokens.add(token);
      }
      RecognitionKey key = Recognition.key(index, person, null);
      if (key != null) {
        keys.putIfAbsent(key, customer);
      }
      if (Announcements.isChild(person, today)) {
        children.add(customer);
      }
    }
    SearchTable.insert(handle, controller, customers, tokens);
    CustomerTable.recogniseAlso(handle, controller, keys);
    Announcements.add(handle, controller, Announcements.Kind.CHILD, children, clock.instant());
  }

  /**
   * Makes the policies of these parts, where the receiver has none; their ids here, part by part.
   */
  public List<UUID> policies(
      Handle handle, ControllerId controller, BlindIndex index, List<ObjectNode> parts) {
    if (parts.isEmpty()) {
      return List.of();
    }
    handle
        .createUpdate(
            """
            insert into policy (controller_id, id, key, number_index, source, recorded_at)
            select :controller, p.id, p.key, p.number, p.source, cast(p.at as timestamptz)
              from unnest(:ids, :keys, :numbers, :sources, :times) as p(id, key, number, source, at)
            on conflict do nothing\
            """)
        .bind("controller", controller)
        .bindArray("ids", UUID.class, each(parts, part -> UUID.fromString(word(part, "policyId"))))
        .bind(
            "keys",
            ByteaArray.of(
                each(
                    parts,
                    part -> index.of(IndexKind.POLICY_NUMBER, identity(part.path("terms"))))))
        .bind("numbers", ByteaArray.of(numberIndexes(index, parts)))
        .bindArray("sources", String.class, each(parts, part -> word(part, "source")))
        .bindArray("times", String.class, each(parts, part -> word(part, "recordedAt")))
        .execute();
    Map<ByteBuffer, UUID> here =
        PolicyTable.ids(
            handle,
            controller,
            parts.stream().flatMap(part -> keys(index, part).stream()).toList());
    return each(
        parts,
        part ->
            keys(index, part).stream()
                .map(key -> here.get(ByteBuffer.wrap(key)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow());
  }

  private static List<byte @Nullable []> numberIndexes(BlindIndex index, List<ObjectNode> parts) {
    List<byte @Nullable []> indexes = new ArrayList<>();
    for (ObjectNode part : parts) {
      String number = text(part.path("terms"), "number");
      indexes.add(number == null ? null : index.of(IndexKind.POLICY_NUMBER, number));
    }
    return indexes;
  }

  private static String word(ObjectNode part, String member) {
    return part.path(member).asText();
  }

  private static <T> List<T> each(List<ObjectNode> parts, Function<ObjectNode, T> value) {
    return parts.stream().map(value).toList();
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
