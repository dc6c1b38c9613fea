package org.shouxin.consent.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text of a receipt. What is signed is the document without its member {@code proof}; the
 * signature and the log's proof are both inside {@code proof}, so adding the latter changes nothing
 * that is signed (D-16).
 */
@ApplicationScoped
class ReceiptJson {
  private final ObjectMapper json;

  ReceiptJson(ObjectMapper json) {
    this.json = json;
  }

  /** Signs a document; its event is not in the log yet, and the receipt says so. */
  String sign(Map<String, Object> document, SigningKey key, UUID eventId) {
    ObjectNode signed = json.valueToTree(document);
    String jws = key.signDetached(CanonicalJson.bytes(write(signed)));
    ObjectNode proof = signed.putObject("proof");
    proof.put("type", "DetachedJws");
    proof.put("verificationMethod", "/v1/receipts/keys#" + key.kid());
    proof.put("canonicalization", "RFC 8785");
    proof.put("jws", jws);
    proof.set("log", member(new LogAnswer.Pending(), eventId));
    return write(signed);
  }

  /** The receipt with what the log says about its event. */
  String complete(IssuedReceipt receipt, LogAnswer answer) {
    ObjectNode document = (ObjectNode) read(receipt);
    document.withObject("proof").set("log", member(answer, receipt.eventId()));
    return write(document);
  }

  JsonNode read(IssuedReceipt receipt) {
    try {
      return json.readTree(receipt.document());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a stored receipt is not JSON", impossible);
    }
  }

  private ObjectNode member(LogAnswer answer, @Nullable UUID eventId) {
    ObjectNode log = json.createObjectNode();
    switch (answer) {
      case LogAnswer.Integrated integrated -> {
        log.put("state", "INTEGRATED");
        log.put("event_id", String.valueOf(eventId));
        log.put("entry", integrated.proof().entry());
        log.put("tlog_proof", integrated.proof().tlogProof());
      }
      case LogAnswer.Pending _ -> {
        log.put("state", "PENDING");
        log.put("event_id", String.valueOf(eventId));
      }
      case LogAnswer.Unavailable _ -> log.put("state", "UNAVAILABLE");
    }
    return log;
  }

  private String write(JsonNode document) {
    try {
      return json.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a receipt cannot be written as JSON", impossible);
    }
  }
}
