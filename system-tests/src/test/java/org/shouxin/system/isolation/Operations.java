package org.shouxin.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.shouxin.system.Answer;
import org.shouxin.system.Caller;

/** Every operation of the schema that runs, as the gateway itself describes it. */
final class Operations {
  private static final int DEPTH = 4;
  private static final String TYPE =
      "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
  private static final String INTROSPECTION =
      """
      query IntrospectionQuery { __schema { queryType { name } mutationType { name } types { kind name
        enumValues { name } inputFields { name type { %1$s } }
        fields { name type { %1$s } args { name type { %1$s } } } } } }\
      """
          .formatted(TYPE);

  private final Map<String, JsonNode> types = new HashMap<>();
  private final List<Operation> all = new ArrayList<>();

  /**
   * A field of Query or Mutation.
   *
   * @param kind {@code query} or {@code mutation}
   */
  record Operation(String kind, JsonNode field) {
    String name() {
      return field.path("name").asText();
    }
  }

  private Operations() {}

  /** Asks the gateway for its schema. */
  static Operations of(Caller anybody) {
    Answer schema = anybody.ask(INTROSPECTION);
    Operations operations = new Operations();
    JsonNode root = schema.data("__schema");
    root.path("types").forEach(type -> operations.types.put(type.path("name").asText(), type));
    for (String kind : List.of("query", "mutation")) {
      operations
          .type(root.path(kind + "Type").path("name").asText())
          .path("fields")
          .forEach(field -> operations.all.add(new Operation(kind, field)));
    }
    return operations;
  }

  List<Operation> all() {
    return all;
  }

  JsonNode type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  /** The document of an operation with its arguments as variables, asking for everything. */
  String document(Operation operation) {
    StringBuilder variables = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    for (JsonNode argument : operation.field().path("args")) {
      String name = argument.path("name").asText();
      variables.append(' ').append('$').append(name).append(": ").append(text(argument));
      arguments.append(' ').append(name).append(": $").append(name);
    }
    String given = arguments.isEmpty() ? "" : "(" + arguments + ")";
    String declared = variables.isEmpty() ? "" : "(" + variables + ")";
    return "%s%s { %s%s%s }"
        .formatted(
            operation.kind(),
            declared,
            operation.name(),
            given,
            selection(operation.field().path("type"), DEPTH, new HashSet<>()));
  }

  /** All fields without arguments of their own, down to the depth. */
  private String selection(JsonNode wrapped, int depth, Set<String> above) {
    JsonNode type = type(named(wrapped));
    if (!type.path("kind").asText().equals("OBJECT")) {
      return "";
    }
    String name = type.path("name").asText();
    if (depth == 0 || !above.add(name)) {
      return " { __typename }";
    }
    List<String> fields =
        StreamSupport.stream(type.path("fields").spliterator(), false)
            .filter(field -> field.path("args").isEmpty())
            .map(field ->
                field.path("name").asText() + selection(field.path("type"), depth - 1, above))
            .toList();
    above.remove(name);
    return " { " + String.join(" ", fields) + " }";
  }

  /** The name of a type without its lists and exclamation marks. */
  static String named(JsonNode wrapped) {
    JsonNode type = wrapped;
    while (type.path("ofType").isObject()) {
      type = type.path("ofType");
    }
    return type.path("name").asText();
  }

  private static String text(JsonNode argument) {
    return written(argument.path("type"));
  }

  private static String written(JsonNode type) {
    return switch (type.path("kind").asText()) {
      case "NON_NULL" -> written(type.path("ofType")) + "!";
      case "LIST" -> "[" + written(type.path("ofType")) + "]";
      default -> type.path("name").asText();
    };
  }
}
