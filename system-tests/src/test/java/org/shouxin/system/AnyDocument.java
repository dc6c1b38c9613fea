package org.shouxin.system;

import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a valid document for any operation of a GraphQL schema, with values that mean nothing. */
final class AnyDocument {
  private static final String UUID = "\"5f0c7e1a-6b1d-4c8e-9a3f-7d2e8b4c6a10\"";
  private static final int DEEPEST = 4;

  private final TypeDefinitionRegistry schema;

  AnyDocument(String sdl) {
    this.schema = new SchemaParser().parse(sdl);
  }

  /**
   * The document of one operation.
   *
   * @param name as in contracts/rights.csv, for example {@code Query.customers}
   */
  String of(String name) {
    String[] parts = name.split("\\.");
    FieldDefinition field =
        fields(parts[0]).stream()
            .filter(one -> one.getName().equals(parts[1]))
            .findFirst()
            .orElseThrow();
    return parts[0].toLowerCase(Locale.ROOT) + " { " + call(field, 0).orElseThrow() + " }";
  }

  private List<FieldDefinition> fields(String type) {
    return schema
        .getType(type, ObjectTypeDefinition.class)
        .map(ObjectTypeDefinition::getFieldDefinitions)
        .orElseThrow();
  }

  private Optional<String> call(FieldDefinition field, int depth) {
    String arguments = arguments(field.getInputValueDefinitions());
    return selection(field.getType(), depth)
        .map(fields ->
            field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")") + fields);
  }

  /** The first fields that lead to a plain value. */
  private Optional<String> selection(Type<?> type, int depth) {
    if (!(definition(type) instanceof ObjectTypeDefinition object)) {
      return Optional.of("");
    }
    return depth == DEEPEST
        ? Optional.empty()
        : object.getFieldDefinitions().stream()
            .filter(field -> arguments(field.getInputValueDefinitions()).isEmpty())
            .flatMap(field -> call(field, depth + 1).stream())
            .min((one, other) -> Integer.compare(one.length(), other.length()))
            .map(field -> " { " + field + " }");
  }

  private String arguments(List<InputValueDefinition> values) {
    return values.stream()
        .filter(value -> value.getType() instanceof NonNullType && value.getDefaultValue() == null)
        .map(value -> value.getName() + ": " + any(value.getType()))
        .collect(Collectors.joining(", "));
  }

  private String any(Type<?> type) {
    return switch (type) {
      case NonNullType sure -> any(sure.getType());
      case ListType list -> "[" + any(list.getType()) + "]";
      case TypeName name -> any(name);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private String any(TypeName name) {
    return switch (definition(name)) {
      case EnumTypeDefinition words -> words.getEnumValueDefinitions().getFirst().getName();
      case InputObjectTypeDefinition input ->
          "{" + arguments(input.getInputValueDefinitions()) + "}";
      case null, default ->
          switch (name.getName()) {
            case "ID" -> UUID;
            case "Int", "Float" -> "1";
            case "Boolean" -> "false";
            default -> "\"2026-01-01\"";
          };
    };
  }

  private @Nullable TypeDefinition<?> definition(Type<?> type) {
    return switch (type) {
      case NonNullType sure -> definition(sure.getType());
      case ListType list -> definition(list.getType());
      case TypeName name -> schema.getType(name.getName()).orElse(null);
      default -> throw new IllegalArgumentException(type.toString());
    };
  }
}
