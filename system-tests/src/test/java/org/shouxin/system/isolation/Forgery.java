package org.shouxin.system.isolation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.shouxin.system.isolation.Operations.Operation;

/** Values for the arguments of an operation that all point to another controller's rows. */
final class Forgery {
  private static final String CONTROLLER = "ctl-donghai";
  private static final String SCRIPT = "<script>alert(1)</script> ' or 1=1 --";
  private static final String DIGEST = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";

  private final Operations operations;
  private final ForeignRows rows;
  private final List<String> cursors;
  private final RandomGenerator random;

  /**
   * Prepares.
   *
   * @param cursors cursors that the other controller's people were given
   */
  Forgery(Operations operations, ForeignRows rows, List<String> cursors, RandomGenerator random) {
    this.operations = operations;
    this.rows = rows;
    this.cursors = cursors;
    this.random = random;
  }

  /** A value for each argument. */
  Map<String, Object> variables(Operation operation) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (JsonNode argument : operation.field().path("args")) {
      String name = argument.path("name").asText();
      values.put(name, value(operation, name, argument.path("type"), 0));
    }
    return values;
  }

  private @Nullable Object value(Operation operation, String name, JsonNode type, int depth) {
    return switch (type.path("kind").asText()) {
      case "NON_NULL" -> value(operation, name, type.path("ofType"), depth);
      case "LIST" -> {
        Object one = value(operation, name, type.path("ofType"), depth);
        yield one == null ? List.of() : List.of(one);
      }
      case "ENUM" ->
          operations
              .type(type.path("name").asText())
              .path("enumValues")
              .path(0)
              .path("name")
              .asText();
      case "INPUT_OBJECT" -> input(operation, type.path("name").asText(), depth);
      default -> scalar(operation, name, type.path("name").asText());
    };
  }

  private @Nullable Object input(Operation operation, String type, int depth) {
    if (depth > 3) {
      return null;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (JsonNode field : operations.type(type).path("inputFields")) {
      String name = field.path("name").asText();
      Object value = value(operation, name, field.path("type"), depth + 1);
      if (value != null) {
        fields.put(name, value);
      }
    }
    return fields;
  }

  private Object scalar(Operation operation, String name, String type) {
    return switch (type) {
      case "Int" -> name.equals("first") ? 3 : random.nextInt(1, 60);
      case "Float" -> random.nextDouble();
      case "Boolean" -> random.nextBoolean();
      case "ID" -> id(operation, name);
      default -> text(operation, name);
    };
  }

  /** Mostly an id of the right table; sometimes any other one, or no id at all. */
  private String id(Operation operation, String name) {
    if (name.equals("employeeNo") || name.equals("agentNo")) {
      return "1024";
    }
    String words = (operation.name() + " " + name).toLowerCase(Locale.ROOT);
    List<String> fitting = rows.idsFor(words);
    int luck = random.nextInt(10);
    if (luck == 0) {
      return SCRIPT;
    }
    List<String> pool = fitting.isEmpty() || luck == 1 ? rows.all() : fitting;
    return pool.get(random.nextInt(pool.size()));
  }

  private String text(Operation operation, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.equals("after")) {
      return random.nextInt(3) == 0
          ? id(operation, name)
          : cursors.get(random.nextInt(cursors.size()));
    }
    if (lower.contains("controller")) {
      return CONTROLLER;
    }
    if (lower.contains("sha256") || lower.contains("digest")) {
      return DIGEST;
    }
    if (lower.equals("employeeno") || lower.equals("witness") || lower.equals("people")) {
      return "1024";
    }
    if (lower.endsWith("at") || lower.endsWith("before")) {
      return "2026-01-05T02:00:00Z";
    }
    if (lower.endsWith("on") && !lower.equals("reason") || DATES.contains(name)) {
      return "2026-12-31";
    }
    String known = KNOWN.get(name);
    return known != null ? known : pick(operation, name);
  }

  private String pick(Operation operation, String name) {
    return switch (random.nextInt(4)) {
      case 0 -> id(operation, name);
      case 1 -> CONTROLLER;
      case 2 -> "FILE-2026-1";
      default -> SCRIPT;
    };
  }

  private static final List<String> DATES =
      new ArrayList<>(
          List.of(
              "lastDay",
              "from",
              "until",
              "endedFrom",
              "endedUntil",
              "certifiedUntil",
              "startedFrom",
              "startedTo"));

  /** What passes the first look, so that the rule behind it is reached. */
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("purpose", "P-04"),
          Map.entry("language", "zh-CN"),
          Map.entry("audience", "APPLICANT"),
          Map.entry("name", "李雷"),
          Map.entry("mobile", "13712340071"),
          Map.entry("recipientId", "partner-haiyun"),
          Map.entry("partnerId", "partner-haiyun"),
          Map.entry("branch", "杭州分公司"),
          Map.entry("field", "mobile"),
          Map.entry("fields", "name"),
          Map.entry("categories", "IDENTITY"),
          Map.entry("reason", "because another controller has it"),
          Map.entry("detail", "because another controller has it"),
          Map.entry("evidence", "FILE-2026-1"),
          Map.entry("format", "CSV"),
          Map.entry("channel", "CALL"),
          Map.entry("course", "C-01"),
          Map.entry("outcome", "REFUSED"));
}
