package org.shouxin.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.audit.AuditEvent;

/**
 * The allow-list as JSON Schema, for those who report events; and the platform's event against it.
 */
class EventSchemaTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * On a difference the schema of the code is in target/audit-event.schema.json, to be looked at
   * and copied.
   */
  @Test
  void thePublishedSchemaIsTheAllowList() throws IOException {
    String schema = schema() + "\n";
    Files.writeString(Path.of("target/audit-event.schema.json"), schema);
    assertThat(Path.of("../contracts/audit-event.schema.json")).hasContent(schema);
  }

  @Test
  void everyAttributeThatServicesCanReportIsListed() {
    assertThat(EventFields.allowed().keySet())
        .containsAll(
            java.util.Arrays.stream(AuditEvent.class.getRecordComponents())
                .map(java.lang.reflect.RecordComponent::getName)
                .toList());
  }

  private static String schema() throws JsonProcessingException {
    ObjectNode root = object("Audit event");
    root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    new TreeMap<>(EventFields.allowed()).forEach((path, shape) -> add(root, path, shape));
    return JSON.writeValueAsString(root);
  }

  private static void add(ObjectNode root, String path, Shape shape) {
    ObjectNode parent = root;
    String name = path;
    if (path.contains(".")) {
      parent = (ObjectNode) root.get("properties").get(path.substring(0, path.indexOf('.')));
      name = path.substring(path.indexOf('.') + 1);
    }
    ((ObjectNode) parent.get("properties")).set(name, property(shape));
    if (shape.required()) {
      ((ArrayNode) parent.get("required")).add(name);
    }
  }

  private static ObjectNode property(Shape shape) {
    ObjectNode property = JSON.createObjectNode();
    return switch (shape.kind()) {
      case OBJECT -> object("");
      case FLAG -> property.put("type", "boolean");
      case COUNT -> property.put("type", "integer").put("minimum", 0);
      case TEXT -> property.put("type", "string").put("pattern", anchored(shape));
      case NAMES -> {
        property.put("type", "array");
        property.putObject("items").put("type", "string").put("pattern", anchored(shape));
        yield property;
      }
    };
  }

  private static String anchored(Shape shape) {
    return "^(" + shape.pattern().pattern().replace("\\p{IsHan}", "\\p{Script=Han}") + ")$";
  }

  private static ObjectNode object(String title) {
    ObjectNode object = JSON.createObjectNode();
    if (!title.isEmpty()) {
      object.put("title", title);
    }
    object.put("type", "object").put("additionalProperties", false);
    object.putObject("properties");
    object.putArray("required");
    return object;
  }
}
