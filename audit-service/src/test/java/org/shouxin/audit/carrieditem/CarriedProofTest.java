package org.shouxin.audit.carrieditem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.carrieditem.CarriedProof.Flaw;
import org.shouxin.audit.checkpoint.Checkpoint;
import org.shouxin.audit.checkpoint.LogKey;
import org.shouxin.audit.checkpoint.VerifierKey;
import org.shouxin.audit.log.Hash;
import org.shouxin.platform.database.JsonRows;

/** A log of two entries, of which one is carried: whatever is bent, it is no longer proven. */
class CarriedProofTest {
  private static final String PERSON = "01a3c1f0-0000-7000-8000-000000000001";
  private static final String OTHER = "01a3c1f0-0000-7000-8000-000000000002";
  private static final LogKey SELLER = key("log.seller.example", 1);
  private static final LogKey STRANGER = key("log.seller.example", 2);

  private final CarriedProof proof = new CarriedProof(List.of(SELLER.verifierKey().toString()));

  @Test
  void anEntryOfTheSellersLogUnderItsSignedCheckpointHolds() {
    assertThat(proof.flaw(carried(SELLER))).isEmpty();
  }

  @Test
  void oneChangedEntryIsNotTheOneThatWasLogged() {
    ObjectNode changed = carried(SELLER);
    changed.put("entry", changed.path("entry").asText().replace("P-04", "P-05"));
    assertThat(proof.flaw(changed)).contains(Flaw.NOT_INCLUDED);
  }

  @Test
  void theProofOfAnotherLeafProvesNothing() {
    ObjectNode carried = carried(SELLER);
    assertThat(proof.flaw(carried.deepCopy().put("logIndex", 1))).contains(Flaw.NOT_INCLUDED);
    carried.putArray("hashes").add(leaf(entry(PERSON)).toString());
    assertThat(proof.flaw(carried)).contains(Flaw.NOT_INCLUDED);
  }

  @Test
  void aCheckpointSignedByAnotherKeyThanTheManifestNamesProvesNothing() {
    assertThat(proof.flaw(carried(STRANGER))).contains(Flaw.CHECKPOINT_NOT_SIGNED);
    assertThat(proof.flaw(carried(key("log.other.example", 1))))
        .contains(Flaw.CHECKPOINT_NOT_SIGNED);
  }

  @Test
  void anEntryOnSomebodyElseIsNotTakenIntoHerFile() {
    assertThat(proof.flaw(carried(SELLER).put("customerId", OTHER)))
        .contains(Flaw.OF_ANOTHER_PERSON);
  }

  @Test
  void whatIsNoAllowedEntryIsRefusedAlsoWhereItsProofHolds() {
    String allowed = entry(PERSON);
    for (String text :
        List.of(
            allowed.replace("{\"actor\"", "{ \"actor\""),
            allowed.replace("\"purpose\":\"P-04\"", "\"purpose\":\"P-04\",\"pursuit\":\"x\""),
            allowed.replace("\"id\":\"1024\"", "\"id\":\"13800138000\""),
            allowed.replace(",\"sourcePosition\":7", ""),
            "not JSON")) {
      assertThat(proof.flaw(carried(SELLER, text))).as(text).contains(Flaw.NO_ENTRY);
    }
  }

  private static ObjectNode carried(LogKey signer) {
    return carried(signer, entry(PERSON));
  }

  /** The entry at place 0 of a log of two. */
  private static ObjectNode carried(LogKey signer, String entry) {
    Hash sibling = leaf(entry(OTHER));
    String checkpoint =
        new Checkpoint(signer.verifierKey().name(), 2, Hash.ofNode(leaf(entry), sibling)).text();
    ObjectNode content = JsonRows.MAPPER.createObjectNode();
    content.put("customerId", PERSON).put("logIndex", 0).put("entry", entry);
    content.putArray("hashes").add(sibling.toString());
    return content.put("checkpoint", signer.sign(checkpoint).toString());
  }

  private static Hash leaf(String entry) {
    return Hash.ofLeaf(entry.getBytes(StandardCharsets.UTF_8));
  }

  private static String entry(String person) {
    return "{\"actor\":{\"id\":\"1024\",\"kind\":\"employee\"},\"controllerId\":\"ctl-donghai\","
        + "\"eventId\":\"01a3c1f0-0000-7000-8000-00000000000e\","
        + "\"occurredAt\":\"2026-11-22T04:00:00Z\",\"purpose\":\"P-04\","
        + "\"recordedAt\":\"2026-11-22T04:00:01Z\",\"source\":\"records-service\","
        + "\"sourcePosition\":7,\"subjectRef\":\""
        + person
        + "\",\"type\":\"record.read\"}";
  }

  private static LogKey key(String name, int seed) {
    byte[] bytes = new byte[LogKey.SEED_BYTES];
    bytes[0] = (byte) seed;
    return new LogKey(name, VerifierKey.ED25519, bytes);
  }
}
