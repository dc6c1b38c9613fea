package org.shouxin.gateway.guard;

import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of arguments, literal or by variable. A value of the wrong type is left to coercion.
 */
final class Values {
  private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Map<String, VariableDefinition> definitions;
  private final JsonObject variables;

  Values(OperationDefinition operation, JsonObject variables) {
    this.definitions =
        operation.getVariableDefinitions().stream()
            .collect(
                Collectors.toMap(
                    VariableDefinition::getName, Function.identity(), (first, again) -> first));
    this.variables = variables;
  }

  /** True when the value is null, absent or blank text. */
  boolean isBlank(Value<?> value) {
    return switch (value) {
      case StringValue text -> text.getValue() == null || text.getValue().isBlank();
      case NullValue none -> true;
      case VariableReference reference -> {
        JsonValue given = variables.get(reference.getName());
        Value<?> fallback = fallback(reference);
        yield given == null
            ? fallback == null || isBlank(fallback)
            : given == JsonValue.NULL || (given instanceof JsonString text && isBlank(text));
      }
      default -> false;
    };
  }

  /** The whole number, or null for none; out-of-range numbers become the nearest bound. */
  @Nullable Integer integer(Value<?> value) {
    return switch (value) {
      case IntValue number -> clamp(number.getValue());
      case VariableReference reference -> {
        JsonValue given = variables.get(reference.getName());
        Value<?> fallback = fallback(reference);
        if (given == null) {
          yield fallback == null ? null : integer(fallback);
        }
        yield given instanceof JsonNumber number ? clamp(number.bigIntegerValue()) : null;
      }
      default -> null;
    };
  }

  private @Nullable Value<?> fallback(VariableReference reference) {
    VariableDefinition definition = definitions.get(reference.getName());
    return definition == null || definition.getDefaultValue() instanceof VariableReference
        ? null
        : definition.getDefaultValue();
  }

  private static boolean isBlank(JsonString text) {
    return text.getString().isBlank();
  }

  private static Integer clamp(BigInteger number) {
    return number.min(LARGEST).max(LARGEST.negate()).intValue();
  }
}
