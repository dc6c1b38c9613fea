package org.shouxin.consent.verifier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Runs every check of one receipt, with nothing but the two public keys and the contract. */
final class ReceiptCheck {
  private static final ObjectMapper STRICT =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private final JsonNode jwks;
  private final LogKey logKey;
  private final JsonNode schema;

  ReceiptCheck(JsonNode jwks, LogKey logKey, JsonNode schema) {
    this.jwks = jwks;
    this.logKey = logKey;
    this.schema = schema;
  }

  /** How each check went; a text that is no JSON object ends with the first. */
  List<Finding> run(String text) {
    ObjectNode receipt;
    try {
      receipt = read(text);
    } catch (Broken unreadable) {
      return List.of(unreadable.in(Check.FORMAT));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        attempt(
            Check.FORMAT,
            () -> {
              new Schema(schema).require(receipt);
              return receipt.path("schema_version").asText();
            }));
    findings.add(
        attempt(Check.SIGNATURE, () -> "ES256, key " + new JwsCheck(jwks).require(receipt)));
    JsonNode log = receipt.at("/proof/log");
    if (log.path("state").asText().equals("INTEGRATED")) {
      findings.addAll(ofLog(receipt, log));
    } else {
      String why = "日志证明尚未附上，请稍后重新下载 / no proof of the log in this copy; fetch it again";
      findings.add(new Finding.Open(Check.INCLUSION, why));
    }
    return findings;
  }

  private List<Finding> ofLog(JsonNode receipt, JsonNode log) {
    String proof = log.path("tlog_proof").asText();
    return List.of(
        attempt(Check.ENTRY, () -> new EntryCheck(receipt).require()),
        attempt(Check.INCLUSION, () -> included(TlogProof.read(proof), log.path("entry").asText())),
        attempt(
            Check.CHECKPOINT,
            () -> {
              logKey.require(TlogProof.read(proof).checkpoint());
              return "Ed25519, " + logKey.name();
            }));
  }

  private static String included(TlogProof proof, String entry) throws Broken {
    Note note = proof.checkpoint();
    byte[] leaf = Hashes.leaf(entry.getBytes(StandardCharsets.UTF_8));
    byte[] root = Hashes.root(proof.index(), note.size(), leaf, proof.path());
    if (!Arrays.equals(root, note.root())) {
      throw new Broken(Fault.NOT_INCLUDED, "entry " + proof.index());
    }
    return "%d / %d, root %s"
        .formatted(proof.index(), note.size(), Base64.getEncoder().encodeToString(root));
  }

  private static ObjectNode read(String text) throws Broken {
    try {
      if (STRICT.readTree(text) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException unreadable) {
      // Falls through to the fault.
    }
    throw new Broken(Fault.NOT_JSON, "/");
  }

  private static Finding attempt(Check check, Attempt attempt) {
    try {
      return new Finding.Holds(check, attempt.run());
    } catch (Broken broken) {
      return broken.in(check);
    }
  }

  /** One check; returns what it found to hold. */
  private interface Attempt {
    String run() throws Broken;
  }
}
