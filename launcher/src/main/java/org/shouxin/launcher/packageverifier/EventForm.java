package org.shouxin.launcher.packageverifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** What an event may hold, as {@code contracts/audit-event.schema.json} lists it. */
final class EventForm {
  private static final String SCHEMA = "/contracts/audit-event.schema.json";

  private final JsonNode schema;

  private EventForm(JsonNode schema) {
    this.schema = schema;
  }

  static EventForm read() {
    try (InputStream file =
        Objects.requireNonNull(EventForm.class.getResourceAsStream(SCHEMA), SCHEMA)) {
      return new EventForm(new ObjectMapper().readTree(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  boolean fits(JsonNode event) {
    return fits(event, schema);
  }

  private static boolean fits(JsonNode value, JsonNode form) {
    return switch (form.path("type").asText()) {
      case "object" -> value.isObject() && hasItsMembers(value, form);
      case "array" -> {
        boolean all = value.isArray();
        for (JsonNode each : value) {
          all = all && fits(each, form.path("items"));
        }
        yield all;
      }
      case "string" ->
          value.isTextual()
              && Pattern.compile(form.path("pattern").asText()).matcher(value.asText()).matches();
      case "integer" -> value.isIntegralNumber() && value.asLong() >= 0;
      case "boolean" -> value.isBoolean();
      default -> false;
    };
  }

  private static boolean hasItsMembers(JsonNode object, JsonNode form) {
    for (JsonNode required : form.path("required")) {
      if (!object.has(required.asText())) {
        return false;
      }
    }
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      if (!fits(member.getValue(), form.path("properties").path(member.getKey()))) {
        return false;
      }
    }
    return true;
  }
}
