package org.shouxin.consent.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * Verifies a receipt without network and without the product: {@code ReceiptVerifier RECEIPT JWKS}.
 * Ends with 0 when the receipt is genuine, 1 when it is not, 2 when it is called wrongly.
 */
public final class ReceiptVerifier {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ReceiptVerifier() {}

  public static void main(String... arguments) throws IOException {
    System.exit(run(System.out, arguments));
  }

  static int run(PrintStream out, String... arguments) throws IOException {
    if (arguments.length != 2) {
      out.println("usage: ReceiptVerifier RECEIPT.json JWKS.json");
      return 2;
    }
    Optional<String> fault =
        fault(Files.readString(Path.of(arguments[0])), Files.readString(Path.of(arguments[1])));
    out.println(fault.map(text -> "NOT GENUINE: " + text).orElse("GENUINE"));
    return fault.isPresent() ? 1 : 0;
  }

  /** What is wrong with a receipt, given the published keys; empty when it is genuine. */
  static Optional<String> fault(String receipt, String jwks) {
    try {
      if (!(JSON.readTree(receipt) instanceof ObjectNode document)) {
        return Optional.of("not a JSON object");
      }
      JsonNode proof = document.remove("proof");
      String jws = proof == null ? "" : proof.path("jws").asText();
      String[] parts = jws.split("\\.", -1);
      if (parts.length != 3 || !parts[1].isEmpty()) {
        return Optional.of("no detached signature");
      }
      JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
      if (!header.path("alg").asText().equals("ES256") || header.has("crit")) {
        return Optional.of("signature algorithm is not ES256");
      }
      for (JsonNode key : JSON.readTree(jwks).path("keys")) {
        if (key.path("kid").asText().equals(header.path("kid").asText())) {
          return signatureHolds(document, parts, key)
              ? Optional.empty()
              : Optional.of("signature does not match the content");
        }
      }
      return Optional.of("signed by a key that is not published");
    } catch (IOException | IllegalArgumentException | GeneralSecurityException unreadable) {
      return Optional.of("unreadable: " + unreadable.getClass().getSimpleName());
    }
  }

  private static boolean signatureHolds(ObjectNode document, String[] parts, JsonNode key)
      throws GeneralSecurityException, IOException {
    byte[] payload = CanonicalJson.bytes(JSON.writeValueAsString(document));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(SigningKey.publicKey(key));
    signature.update(SigningKey.signingInput(parts[0], payload));
    return signature.verify(
        Base64.getUrlDecoder().decode(parts[2].getBytes(StandardCharsets.US_ASCII)));
  }
}
