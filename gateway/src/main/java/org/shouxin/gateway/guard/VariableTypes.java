package org.shouxin.gateway.guard;

import graphql.execution.TypeFromAST;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Whether the variables have the types that the operation declares (GraphQL, "Coercing Variable
 * Values"). SmallRye's own scalars take text for numbers and report the rest only while executing,
 * so the check stands before it. A refusal names the variable and never its value.
 */
final class VariableTypes {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Integer.MIN_VALUE);
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private final GraphQLSchema schema;

  VariableTypes(GraphQLSchema schema) {
    this.schema = schema;
  }

  /**
   * Checks every declared variable.
   *
   * @throws ProblemException {@code VARIABLES_INVALID}
   */
  void check(OperationDefinition operation, JsonObject variables) {
    for (VariableDefinition definition : operation.getVariableDefinitions()) {
      GraphQLType type = TypeFromAST.getTypeFromAST(schema, definition.getType());
      JsonValue given = variables.get(definition.getName());
      boolean absent = given == null && definition.getDefaultValue() != null;
      // An unknown type is named by validation.
      if (type != null && !absent && !fits(type, given)) {
        throw new ProblemException(
            ProblemCode.VARIABLES_INVALID,
            "variable $%s does not fit its type".formatted(definition.getName()));
      }
    }
  }

  private static boolean fits(GraphQLType type, @Nullable JsonValue value) {
    if (type instanceof GraphQLNonNull required) {
      return !isNull(value) && fits(required.getWrappedType(), value);
    }
    if (value == null || isNull(value)) {
      return true;
    }
    return switch (type) {
      case GraphQLList list -> {
        List<? extends JsonValue> items = value instanceof JsonArray array ? array : List.of(value);
        yield items.stream().allMatch(item -> fits(list.getWrappedType(), item));
      }
      case GraphQLInputObjectType input ->
          value instanceof JsonObject object && fieldsFit(input, object);
      case GraphQLScalarType scalar -> fits(scalar.getName(), value);
      default -> true;
    };
  }

  private static boolean fieldsFit(GraphQLInputObjectType input, JsonObject object) {
    boolean known =
        object.keySet().stream().allMatch(name -> input.getFieldDefinition(name) != null);
    return known
        && input.getFieldDefinitions().stream()
            .allMatch(field ->
                (field.hasSetDefaultValue() && !object.containsKey(field.getName()))
                    || fits(field.getType(), object.get(field.getName())));
  }

  private static boolean fits(String scalar, JsonValue value) {
    return switch (scalar) {
      case "String" -> value instanceof JsonString;
      case "ID" -> value instanceof JsonString || isInteger(value);
      case "Int" -> isInteger(value);
      case "Float" -> value instanceof JsonNumber;
      case "Boolean" -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      default -> true;
    };
  }

  private static boolean isInteger(JsonValue value) {
    if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
      return false;
    }
    BigDecimal whole = number.bigDecimalValue();
    return whole.compareTo(LEAST) >= 0 && whole.compareTo(MOST) <= 0;
  }

  private static boolean isNull(@Nullable JsonValue value) {
    return value == null || value == JsonValue.NULL;
  }
}
