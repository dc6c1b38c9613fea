package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pairs of files in src/test/resources/graphql: {@code name.graphql} is asked, {@code name.json} is
 * the whole answer. The first line of a query names the caller: {@code # partner}, {@code #
 * customer}, {@code # manager}. A new case is two files.
 */
@QuarkusTest
class GraphQlCasesTest extends GatewayTest {
  private static final Path CASES = Path.of("src/test/resources/graphql");
  private static final Map<String, String> CALLERS =
      Map.of("partner", PARTNER, "customer", CUSTOMER, "manager", MANAGER);
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".graphql"))
          .map(name -> name.substring(0, name.length() - ".graphql".length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @BeforeEach
  void firstDay() {
    Neighbourhood.reset();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAnsweredAsTheFileSays(String name) throws IOException {
    String query = Files.readString(CASES.resolve(name + ".graphql"));
    String caller = query.lines().findFirst().orElseThrow().substring(1).strip();
    Response response = as(CALLERS.get(caller)).body(Map.of("query", query)).post("/graphql");
    JsonNode expected = JSON.readTree(CASES.resolve(name + ".json").toFile());
    assertThat(JSON.readTree(response.asByteArray())).isEqualTo(expected);
    assertThat(response.statusCode()).isEqualTo(expected.has("data") ? 200 : 400);
  }
}
