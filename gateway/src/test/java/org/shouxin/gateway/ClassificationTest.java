package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.parser.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * R-RC-04: a field that is not classified cannot be served. Every scalar field that a query can
 * reach has its line in contracts/classification.csv; records-service compares the lines with its
 * catalogue. A new field fails here until its line is written.
 */
class ClassificationTest {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final String CONTRACT = "gateway.graphql";

  @Test
  void everyScalarFieldThatAQueryCanReachIsClassifiedAndNoLineIsLeftOver() throws IOException {
    assertThat(reachable(Files.readString(CONTRACTS.resolve(CONTRACT))))
        .as("fields of contracts/gateway.graphql and lines of contracts/classification.csv")
        .isEqualTo(classified());
  }

  @Test
  void aNewFieldIsMissed() throws IOException {
    String more =
        Files.readString(CONTRACTS.resolve(CONTRACT))
            .replace("type Customer {", "type Customer {\n  shoeSize: String");
    Set<String> unknown = new TreeSet<>(reachable(more));
    unknown.removeAll(classified());

    assertThat(unknown).containsExactly("Customer.shoeSize");
  }

  private static Set<String> classified() throws IOException {
    return Files.readAllLines(CONTRACTS.resolve("classification.csv")).stream()
        .map(line -> line.split(",", 4))
        .filter(cells -> cells[0].equals(CONTRACT))
        .map(cells -> cells[1])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> reachable(String sdl) {
    Map<String, ObjectTypeDefinition> types = new HashMap<>();
    new Parser()
        .parseDocument(sdl)
        .getDefinitionsOfType(ObjectTypeDefinition.class)
        .forEach(type -> types.put(type.getName(), type));
    Set<String> fields = new TreeSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of("Query", "Mutation"));
    Set<String> seen = new HashSet<>(waiting);
    while (!waiting.isEmpty()) {
      ObjectTypeDefinition type = types.get(waiting.remove());
      for (FieldDefinition field : type.getFieldDefinitions()) {
        String result = nameOf(field.getType());
        if (!types.containsKey(result)) {
          fields.add(type.getName() + "." + field.getName());
        } else if (seen.add(result)) {
          waiting.add(result);
        }
      }
    }
    return fields;
  }

  private static String nameOf(Type<?> type) {
    return type instanceof TypeName named
        ? named.getName()
        : nameOf((Type<?>) type.getChildren().getFirst());
  }
}
