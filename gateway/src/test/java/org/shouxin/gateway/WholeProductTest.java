package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The whole product through one schema: what a person or a partner may do at a service has a field
 * of GraphQL (contracts/rights.csv), or contracts/edge.csv names the field that does it, the door
 * for its file, or why it has neither. The next operation cannot be forgotten.
 */
@QuarkusTest
class WholeProductTest extends GatewayTest {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final String GRAPHQL = "gateway.graphql";
  private static final List<String> SERVICES =
      List.of("audit-service", "consent-service", "records-service");
  private static final Pattern METHOD = Pattern.compile("    (get|post|put|delete|patch):");

  /** A line of contracts/edge.csv. */
  private record Elsewhere(String operation, String by, String why) {}

  @Test
  void everyOperationOfAPersonOrPartnerHasItsFieldItsDoorOrItsReason() throws IOException {
    Set<String> open = openToPeople();
    Set<String> offered = new TreeSet<>(openapi());
    assertThat(open).isSubsetOf(offered).hasSizeGreaterThan(150);
    offered.removeAll(ofMachines());
    assertThat(open).isEqualTo(offered);
    open.removeAll(asked());
    assertThat(elsewhere().stream().map(Elsewhere::operation))
        .as("contracts/edge.csv")
        .containsExactlyElementsOf(open);
  }

  @Test
  void whatIsNamedInsteadIsThere() throws IOException {
    Set<String> fields = fields();
    List<String> missing = new ArrayList<>();
    for (Elsewhere line : elsewhere()) {
      assertThat(line.why()).as(line.operation()).hasSizeGreaterThan(5);
      boolean there =
          switch (line.by().charAt(0)) {
            case '-' -> true;
            case 'Q', 'M' -> fields.contains(line.by());
            default -> isDoor(line.by());
          };
      if (!there) {
        missing.add(line.operation() + ": " + line.by());
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A door answers nobody, and knows that it is one. */
  private static boolean isDoor(String door) {
    String[] words = door.split(" ");
    return RestAssured.given()
            .contentType("text/plain")
            .request(words[0], words[1].replaceAll("\\{[a-z]+}", "i-1"))
            .statusCode()
        == 401;
  }

  private static Set<String> openToPeople() throws IOException {
    return rights()
        .filter(cells -> !cells[0].equals(GRAPHQL) && !cells[2].equals("MACHINE"))
        .map(cells -> cells[0] + " " + cells[1])
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static Set<String> ofMachines() throws IOException {
    return rights()
        .filter(cells -> cells[2].equals("MACHINE"))
        .map(cells -> cells[0] + " " + cells[1])
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static Set<String> asked() throws IOException {
    return rights()
        .filter(cells -> cells[0].equals(GRAPHQL))
        .map(cells -> cells[3])
        .collect(TreeSet::new, Set::add, Set::addAll);
  }

  private static Stream<String[]> rights() throws IOException {
    return Files.readAllLines(CONTRACTS.resolve("rights.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 4));
  }

  private static List<Elsewhere> elsewhere() throws IOException {
    return Files.readAllLines(CONTRACTS.resolve("edge.csv")).stream()
        .skip(1)
        .map(line -> line.split(",", 4))
        .map(cells -> new Elsewhere(cells[0] + " " + cells[1], cells[2], cells[3]))
        .toList();
  }

  private static Set<String> openapi() throws IOException {
    Set<String> operations = new TreeSet<>();
    for (String service : SERVICES) {
      String contract = service + ".openapi.yaml";
      String path = "";
      for (String line : Files.readAllLines(CONTRACTS.resolve(contract))) {
        Matcher method = METHOD.matcher(line);
        if (line.startsWith("  /")) {
          path = line.strip().replaceAll(":$", "").replace("\"", "");
        } else if (!path.isEmpty() && method.matches()) {
          operations.add(contract + " " + method.group(1).toUpperCase(Locale.ROOT) + " " + path);
        }
      }
    }
    return operations;
  }

  private static Set<String> fields() throws IOException {
    Set<String> fields = new TreeSet<>();
    String sdl = Files.readString(CONTRACTS.resolve(GRAPHQL));
    for (ObjectTypeDefinition type :
        new Parser().parseDocument(sdl).getDefinitionsOfType(ObjectTypeDefinition.class)) {
      for (FieldDefinition field : type.getFieldDefinitions()) {
        fields.add(type.getName() + "." + field.getName());
      }
    }
    return fields;
  }
}
