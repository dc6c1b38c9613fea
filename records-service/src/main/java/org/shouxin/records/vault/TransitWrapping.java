package org.shouxin.records.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.problem.ProblemException;

/**
 * Key-encryption keys in the transit engine of HashiCorp Vault or OpenBao: they never come here.
 * The engine's {@code rewrap} takes no associated data, so a key is bound to its owner by a digest
 * of the owner that is wrapped together with it.
 */
final class TransitWrapping implements KeyWrapping {
  private static final int OWNER_BYTES = 16;
  private static final int MOST_AT_ONCE = 500;

  private final TransitClient client;
  private final ObjectMapper json;

  TransitWrapping(TransitClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  @Override
  public int primary(ControllerId controller) {
    return client.key(controller).path("latest_version").asInt();
  }

  @Override
  public List<byte[]> wrap(ControllerId controller, int primary, List<Bound> keys) {
    List<String> plain =
        keys.stream().map(key -> encode(concat(key.bytes(), digest(key.owner())))).toList();
    return batch(controller, "encrypt", "plaintext", plain, "ciphertext", primary).stream()
        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
        .toList();
  }

  @Override
  public List<byte[]> unwrap(ControllerId controller, List<Bound> wrapped) {
    List<String> opened =
        batch(controller, "decrypt", "ciphertext", ciphertexts(wrapped), "plaintext", 0);
    List<byte[]> keys = new ArrayList<>(wrapped.size());
    for (int i = 0; i < wrapped.size(); i++) {
      byte[] both = Base64.getDecoder().decode(opened.get(i));
      int end = both.length - OWNER_BYTES;
      if (end < 1
          || !MessageDigest.isEqual(
              Arrays.copyOfRange(both, end, both.length), digest(wrapped.get(i).owner()))) {
        throw new SealBroken("a wrapped key", new IllegalStateException("of another owner"));
      }
      keys.add(Arrays.copyOf(both, end));
    }
    return keys;
  }

  @Override
  public List<byte[]> rewrap(ControllerId controller, int primary, List<Bound> wrapped) {
    return batch(controller, "rewrap", "ciphertext", ciphertexts(wrapped), "ciphertext", primary)
        .stream()
        .map(text -> text.getBytes(StandardCharsets.US_ASCII))
        .toList();
  }

  @Override
  public boolean isUsable(ControllerId controller) {
    try {
      return primary(controller) > 0;
    } catch (ProblemException away) {
      return false;
    }
  }

  /** One request for up to 500 keys; the answer of each in its order. */
  private List<String> batch(
      ControllerId controller,
      String operation,
      String input,
      List<String> values,
      String output,
      int version) {
    List<String> answers = new ArrayList<>(values.size());
    for (int from = 0; from < values.size(); from += MOST_AT_ONCE) {
      List<String> part = values.subList(from, Math.min(values.size(), from + MOST_AT_ONCE));
      ObjectNode body = json.createObjectNode();
      ArrayNode items = body.putArray("batch_input");
      for (String value : part) {
        ObjectNode item = items.addObject().put(input, value);
        if (version > 0) {
          item.put("key_version", version);
        }
      }
      JsonNode results = client.post(operation, controller, body).path("batch_results");
      for (int i = 0; i < part.size(); i++) {
        JsonNode answer = results.path(i).path(output);
        if (!answer.isTextual()) {
          throw new SealBroken("a wrapped key", new IllegalStateException("transit refused it"));
        }
        answers.add(answer.textValue());
      }
    }
    return answers;
  }

  private static List<String> ciphertexts(List<Bound> wrapped) {
    return wrapped.stream().map(key -> new String(key.bytes(), StandardCharsets.US_ASCII)).toList();
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] digest(byte[] owner) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(owner), OWNER_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
