package org.shouxin.records.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A transit engine as Vault and OpenBao speak it, with real ciphers: keys in versions, {@code
 * vault:v1:...} ciphertexts, batches, a token.
 */
final class FakeTransit implements AutoCloseable {
  static final String TOKEN = "s.test-token";
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Map<String, List<AesGcmJce>> keys = new ConcurrentHashMap<>();
  private final HttpServer server;
  volatile boolean hangs;

  FakeTransit() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/transit/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A further version of a key, or its first. */
  void rotate(String name) throws GeneralSecurityException {
    byte[] key = new byte[32];
    new java.security.SecureRandom().nextBytes(key);
    keys.computeIfAbsent(name, unused -> new ArrayList<>()).add(new AesGcmJce(key));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (hangs) {
        return;
      }
      String[] path = exchange.getRequestURI().getPath().split("/", -1);
      List<AesGcmJce> versions = keys.get(path[4]);
      if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
        exchange.sendResponseHeaders(403, -1);
      } else if (versions == null) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode data = answer.putObject("data");
        int status = 200;
        if (path[3].equals("keys")) {
          data.put("latest_version", versions.size());
        } else {
          status = batch(path[3], versions, JSON.readTree(exchange.getRequestBody()), data);
        }
        byte[] body = JSON.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static int batch(
      String operation, List<AesGcmJce> versions, JsonNode asked, ObjectNode data) {
    var results = data.putArray("batch_results");
    for (JsonNode item : asked.path("batch_input")) {
      try {
        byte[] plain =
            operation.equals("encrypt")
                ? Base64.getDecoder().decode(item.path("plaintext").asText())
                : open(versions, item.path("ciphertext").asText());
        if (operation.equals("decrypt")) {
          results.addObject().put("plaintext", Base64.getEncoder().encodeToString(plain));
        } else {
          results
              .addObject()
              .put("ciphertext", seal(versions, item.path("key_version").asInt(), plain));
        }
      } catch (GeneralSecurityException | IllegalArgumentException refused) {
        results.addObject().put("error", "invalid ciphertext");
        return 400;
      }
    }
    return 200;
  }

  private static String seal(List<AesGcmJce> versions, int version, byte[] plain)
      throws GeneralSecurityException {
    int used = version == 0 ? versions.size() : version;
    byte[] sealed = versions.get(used - 1).encrypt(plain, new byte[0]);
    return "vault:v" + used + ":" + Base64.getEncoder().encodeToString(sealed);
  }

  private static byte[] open(List<AesGcmJce> versions, String ciphertext)
      throws GeneralSecurityException {
    String[] parts = ciphertext.split(":", 3);
    if (parts.length != 3) {
      throw new GeneralSecurityException("malformed");
    }
    return versions
        .get(Integer.parseInt(parts[1].substring(1)) - 1)
        .decrypt(Base64.getDecoder().decode(parts[2]), new byte[0]);
  }
}
