package org.shouxin.records.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.records.Book;
import org.shouxin.records.RecordsServiceTest;

/**
 * R-RC-04: a field that is not classified cannot be served. contracts/classification.csv maps every
 * scalar field of this API to an entry of the catalogue, or to NONE with a reviewed reason why it
 * is not personal. A new field fails here until its line is written.
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ClassificationTest {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final String API = "records-service.openapi.yaml";

  /** Why a field may be without a grade; nothing of it tells about a person. */
  private static final Set<String> NOT_PERSONAL =
      Set.of(
          "ID",
          "TIME",
          "CODE",
          "COUNT",
          "FIELD_NAME",
          "LAW_TEXT",
          "ORGANISATION",
          "PAGING",
          "PROOF",
          "REFERENCE",
          "STAFF");

  @Inject Catalogue catalogue;

  /** A line of the file: catalogue entry, or NONE and the reason. */
  private record Line(String grade, String why) {}

  @Test
  void everyScalarFieldOfTheApiIsClassifiedAndNoLineIsLeftOver() throws IOException {
    assertThat(scalars(new YAMLMapper().readTree(CONTRACTS.resolve(API).toFile())))
        .as("fields of contracts/%s and lines of contracts/classification.csv", API)
        .isEqualTo(lines(API).keySet());
  }

  @Test
  void everyGradeThatIsNamedIsInTheCatalogueAndEveryExceptionHasAReviewedReason()
      throws IOException {
    Map<String, FieldGrade> grades = catalogue.grades(Book.DONGHAI);
    for (String contract : Set.of(API, "gateway.graphql")) {
      assertThat(lines(contract))
          .isNotEmpty()
          .allSatisfy((field, line) -> {
            if (line.grade().equals("NONE")) {
              assertThat(NOT_PERSONAL).as(field).contains(line.why());
            } else {
              assertThat(grades).as(field).containsKey(line.grade());
            }
          });
    }
  }

  @Test
  void aNewFieldIsMissed() throws IOException {
    JsonNode more =
        new YAMLMapper()
            .readTree(
                """
                components:
                  schemas:
                    CustomerView:
                      properties:
                        shoeSize: {type: string}
                        policies: {type: array, items: {$ref: '#/components/schemas/PolicyView'}}
                    PolicyView:
                      properties: {number: {type: string}}
                """);
    Set<String> unknown = new TreeSet<>(scalars(more));
    unknown.removeAll(lines(API).keySet());

    assertThat(unknown).containsExactly("CustomerView.shoeSize");
  }

  private static Map<String, Line> lines(String contract) throws IOException {
    Map<String, Line> lines = new TreeMap<>();
    for (String text : Files.readAllLines(CONTRACTS.resolve("classification.csv"))) {
      String[] cells = text.split(",", 4);
      if (cells[0].equals(contract)) {
        lines.put(cells[1], new Line(cells[2], cells[3]));
      }
    }
    return lines;
  }

  /** Every property that is no object of its own, as {@code Schema.property}. */
  private static Set<String> scalars(JsonNode api) {
    JsonNode schemas = api.path("components").path("schemas");
    Set<String> fields = new TreeSet<>();
    schemas
        .properties()
        .forEach(schema ->
            schema
                .getValue()
                .path("properties")
                .properties()
                .forEach(property -> {
                  if (isScalar(schemas, property.getValue())) {
                    fields.add(schema.getKey() + "." + property.getKey());
                  }
                }));
    return fields;
  }

  private static boolean isScalar(JsonNode schemas, JsonNode property) {
    JsonNode type = property.has("items") ? property.path("items") : property;
    for (String union : new String[] {"anyOf", "oneOf", "allOf"}) {
      for (JsonNode choice : type.path(union)) {
        if (choice.has("$ref")) {
          type = choice;
        }
      }
    }
    if (!type.has("$ref")) {
      return true;
    }
    String name = type.path("$ref").asText();
    return schemas.path(name.substring(name.lastIndexOf('/') + 1)).path("properties").isEmpty();
  }
}
