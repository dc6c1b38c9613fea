package org.shouxin.audit.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.shouxin.platform.database.JsonRows;

/** What the text of a log entry is, of this log or of another controller's. */
public final class EntryText {
  private static final List<String> OF_THE_LOG = List.of("recordedAt", "source", "sourcePosition");

  private EntryText() {}

  /**
   * The entry that a text is: canonical JSON of an event by the allow-list and of the log's own
   * fields, without personal numbers; empty for any other text.
   */
  public static Optional<ObjectNode> read(String text) {
    try {
      JsonNode read = JsonRows.MAPPER.readTree(text);
      if (!(read instanceof ObjectNode entry)
          || PersonalNumbers.areIn(text)
          || !OF_THE_LOG.stream().allMatch(entry::has)
          || !isCanonical(entry, text)) {
        return Optional.empty();
      }
      ObjectNode event = entry.deepCopy();
      event.remove(OF_THE_LOG);
      return EventFields.check(event).isPresent() ? Optional.empty() : Optional.of(entry);
    } catch (JsonProcessingException | IllegalArgumentException otherText) {
      return Optional.empty();
    }
  }

  private static boolean isCanonical(ObjectNode entry, String text) {
    return Arrays.equals(CanonicalJson.write(entry), text.getBytes(StandardCharsets.UTF_8));
  }
}
