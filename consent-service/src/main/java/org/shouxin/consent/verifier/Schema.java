package org.shouxin.consent.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * The part of JSON Schema 2020-12 that {@code contracts/consent-receipt.schema.json} uses. The
 * first place that breaks it is named as a JSON Pointer.
 */
final class Schema {
  private final JsonNode root;

  Schema(JsonNode root) {
    this.root = root;
  }

  void require(JsonNode document) throws Broken {
    check(root, document, "");
  }

  private void check(JsonNode schema, JsonNode value, String at) throws Broken {
    if (schema.has("$ref")) {
      check(root.at(schema.path("$ref").asText().substring(1)), value, at);
    }
    if (schema.has("oneOf")) {
      checkOneOf(schema.path("oneOf"), value, at);
    }
    hold(!schema.has("type") || isOfType(schema.path("type").asText(), value), at);
    hold(!schema.has("const") || schema.path("const").equals(value), at);
    hold(!schema.has("enum") || contains(schema.path("enum"), value), at);
    if (value.isTextual()) {
      String text = value.textValue();
      hold(text.length() >= schema.path("minLength").asInt(0), at);
      hold(Pattern.compile(schema.path("pattern").asText("")).matcher(text).find(), at);
    }
    hold(!schema.has("minimum") || value.asLong() >= schema.path("minimum").asLong(), at);
    if (value.isObject()) {
      checkMembers(schema, value, at);
    }
    if (value.isArray()) {
      hold(value.size() >= schema.path("minItems").asInt(0), at);
      for (int i = 0; schema.has("items") && i < value.size(); i++) {
        check(schema.path("items"), value.path(i), at + "/" + i);
      }
    }
  }

  private void checkMembers(JsonNode schema, JsonNode value, String at) throws Broken {
    for (JsonNode name : schema.path("required")) {
      hold(value.has(name.asText()), at + "/" + name.asText());
    }
    for (var member : value.properties()) {
      JsonNode known = schema.path("properties").path(member.getKey());
      String there = at + "/" + member.getKey();
      hold(!known.isMissingNode() || schema.path("additionalProperties").asBoolean(true), there);
      if (!known.isMissingNode()) {
        check(known, member.getValue(), there);
      }
    }
  }

  private void checkOneOf(JsonNode choices, JsonNode value, String at) throws Broken {
    int fitting = 0;
    for (JsonNode choice : choices) {
      try {
        check(choice, value, at);
        fitting++;
      } catch (Broken another) {
        // Another of the choices may fit.
      }
    }
    hold(fitting == 1, at);
  }

  private static boolean isOfType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      default -> throw new IllegalStateException("type " + type + " is not in the contract");
    };
  }

  private static boolean contains(JsonNode choices, JsonNode value) {
    for (JsonNode choice : choices) {
      if (choice.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static void hold(boolean holds, String at) throws Broken {
    if (!holds) {
      throw new Broken(Fault.SCHEMA, at.isEmpty() ? "/" : at);
    }
  }
}
