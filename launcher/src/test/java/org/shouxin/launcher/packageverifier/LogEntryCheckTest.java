package org.shouxin.launcher.packageverifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.subtle.Ed25519Sign;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/**
 * A log of two entries, written here with Tink, of which one is carried; each bent in one place.
 */
class LogEntryCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = "log.seller.example";
  private static final String PERSON = "01a3c1f0-0000-7000-8000-000000000001";
  private static final String OTHER = "01a3c1f0-0000-7000-8000-000000000002";

  private final Ed25519Sign.KeyPair seller;
  private final Ed25519Sign.KeyPair stranger;

  LogEntryCheckTest() throws GeneralSecurityException {
    seller = Ed25519Sign.KeyPair.newKeyPair();
    stranger = Ed25519Sign.KeyPair.newKeyPair();
  }

  @Test
  void anEntryOfTheSellersLogHoldsAndAnyOtherIsNamed() throws GeneralSecurityException {
    ObjectNode good = carried(seller, entry(PERSON));
    assertThatCode(() -> check().require("auditEntry/000001.sealed item 1", good))
        .doesNotThrowAnyException();

    ObjectNode changed = good.deepCopy();
    changed.put("entry", entry(PERSON).replace("P-04", "P-05"));
    unproven(changed);
    unproven(good.deepCopy().put("logIndex", 1));
    unproven(good.deepCopy().put("customerId", OTHER));
    unproven(carried(stranger, entry(PERSON)));
    unproven(carried(seller, entry(PERSON).replace("{\"actor\"", "{ \"actor\"")));
    unproven(carried(seller, entry(PERSON).replace("\"id\":\"1024\"", "\"id\":\"13800138000\"")));
    unproven(
        carried(
            seller,
            entry(PERSON).replace("\"purpose\":\"P-04\"", "\"purpose\":\"P-04\",\"pursuit\":1")));
  }

  private void unproven(ObjectNode item) throws GeneralSecurityException {
    LogEntryCheck check = check();
    Broken broken =
        catchThrowableOfType(
            Broken.class, () -> check.require("auditEntry/000001.sealed item 1", item));
    assertThat(broken.fault() + " " + broken.place())
        .as(item.toString())
        .isEqualTo("PACKAGE_ENTRY_UNPROVEN auditEntry/000001.sealed item 1");
  }

  private LogEntryCheck check() throws GeneralSecurityException {
    ObjectNode manifest = JSON.createObjectNode();
    byte[] typed = typed(seller);
    manifest
        .putArray("logKeys")
        .add(LOG + "+" + id(typed) + "+" + Base64.getEncoder().encodeToString(typed));
    return new LogEntryCheck(manifest);
  }

  private static ObjectNode carried(Ed25519Sign.KeyPair signer, String entry)
      throws GeneralSecurityException {
    byte[] sibling = leaf(entry(OTHER));
    String text =
        LOG
            + "\n2\n"
            + Base64.getEncoder().encodeToString(Hashes.node(leaf(entry), sibling))
            + "\n";
    ByteArrayOutputStream blob = new ByteArrayOutputStream();
    blob.writeBytes(HexFormat.of().parseHex(id(typed(signer))));
    blob.writeBytes(
        new Ed25519Sign(signer.getPrivateKey()).sign(text.getBytes(StandardCharsets.UTF_8)));
    ObjectNode item = JSON.createObjectNode();
    item.put("customerId", PERSON).put("logIndex", 0).put("entry", entry);
    item.putArray("hashes").add(Base64.getEncoder().encodeToString(sibling));
    return item.put(
        "checkpoint",
        text
            + "\n\u2014 "
            + LOG
            + " "
            + Base64.getEncoder().encodeToString(blob.toByteArray())
            + "\n");
  }

  private static byte[] typed(Ed25519Sign.KeyPair key) {
    byte[] typed = new byte[33];
    typed[0] = 1;
    System.arraycopy(key.getPublicKey(), 0, typed, 1, 32);
    return typed;
  }

  private static String id(byte[] typed) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update((LOG + "\n").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(typed), 4));
  }

  private static byte[] leaf(String entry) {
    return Hashes.leaf(entry.getBytes(StandardCharsets.UTF_8));
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
}
