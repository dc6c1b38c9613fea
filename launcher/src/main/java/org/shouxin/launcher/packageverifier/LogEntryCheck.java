package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Checks a carried log entry: canonical JSON of an allowed event about this person, without
 * personal numbers, included under a checkpoint that a log key of the manifest signed.
 */
final class LogEntryCheck {
  /** The class of items that it is about. */
  static final String ITEM_CLASS = "auditEntry";

  private static final Pattern PERSONAL =
      Pattern.compile("(?<!\\d)[1-9]\\d{16}[\\dXx](?![\\dA-Za-z])|(?<!\\d)1[3-9]\\d{9}(?!\\d)");
  private static final List<String> OF_THE_LOG = List.of("recordedAt", "source", "sourcePosition");
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private final EventForm form = EventForm.read();
  private final JsonNode manifest;

  LogEntryCheck(JsonNode manifest) {
    this.manifest = manifest;
  }

  /** Lets an item pass that holds. */
  void require(String where, JsonNode item) throws Broken {
    try {
      String text = item.path("entry").asText();
      if (isEntry(text, item.path("customerId").asText()) && isProven(text, item)) {
        return;
      }
    } catch (IOException | IllegalArgumentException malformed) {
      Broken broken = new Broken(Fault.PACKAGE_ENTRY_UNPROVEN, where);
      broken.initCause(malformed);
      throw broken;
    }
    throw new Broken(Fault.PACKAGE_ENTRY_UNPROVEN, where);
  }

  private boolean isEntry(String text, String person) throws IOException {
    if (PERSONAL.matcher(text).find()
        || !(JSON.readTree(text) instanceof ObjectNode entry)
        || !OF_THE_LOG.stream().allMatch(entry::has)
        || !text.equals(JSON.writeValueAsString(JSON.treeToValue(entry, Map.class)))) {
      return false;
    }
    ObjectNode event = entry.deepCopy();
    event.remove(OF_THE_LOG);
    return entry.path("subjectRef").asText().equals(person) && form.fits(event);
  }

  private boolean isProven(String text, JsonNode item) {
    LogCheckpoint checkpoint = LogCheckpoint.parse(item.path("checkpoint").asText());
    boolean signed = false;
    for (JsonNode key : manifest.path("logKeys")) {
      signed = signed || checkpoint.isSignedBy(key.asText());
    }
    return signed
        && Arrays.equals(
            checkpoint.root(),
            root(
                item.path("logIndex").asLong(-1),
                checkpoint.size(),
                Hashes.leaf(text.getBytes(StandardCharsets.UTF_8)),
                item.path("hashes")));
  }

  /** RFC 9162 section 2.1.3.2: the root to which a path leads; empty when it leads to none. */
  private static byte[] root(long index, long size, byte[] leaf, JsonNode path) {
    if (index < 0 || index >= size) {
      return new byte[0];
    }
    long place = index;
    long last = size - 1;
    byte[] root = leaf;
    for (JsonNode step : path) {
      byte[] sibling = Base64.getDecoder().decode(step.asText());
      if (last == 0) {
        return new byte[0];
      }
      if ((place & 1) == 1 || place == last) {
        root = Hashes.node(sibling, root);
        while ((place & 1) == 0 && place != 0) {
          place >>>= 1;
          last >>>= 1;
        }
      } else {
        root = Hashes.node(root, sibling);
      }
      place >>>= 1;
      last >>>= 1;
    }
    return last == 0 ? root : new byte[0];
  }
}
