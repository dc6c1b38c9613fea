package org.shouxin.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a code of ours: never a fault, never a name from inside. */
@QuarkusTest
class GarbledQueriesTest extends GatewayTest {
  private static final int QUERIES = 400;
  private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|\\w+|\\.\\.\\.|\\S");
  private static final List<String> ODDITIES =
      List.of(
          "{",
          "}",
          "(",
          ")",
          ":",
          "!",
          "$",
          "...",
          "null",
          "-5",
          "99999999999999999999",
          "[",
          "]",
          "@include(if: 1)",
          "\"\\u0000\"",
          "\"\"\"x\"\"\"",
          "subscription",
          "fragment F on Query",
          "__typename",
          "first",
          "purpose",
          "😀",
          "#");

  @Test
  void aGarbledQueryIsRefusedAndNeverAFault() throws IOException {
    List<List<String>> queries = queries();
    Random random = new Random(20261122);
    for (int i = 0; i < QUERIES; i++) {
      List<String> tokens = new ArrayList<>(queries.get(random.nextInt(queries.size())));
      for (int change = 0; change <= random.nextInt(4); change++) {
        garble(tokens, random);
      }
      String query = String.join(" ", tokens);
      Response answer =
          as(PARTNER)
              .body(Map.of("query", query, "variables", Map.of("first", "x")))
              .post("/graphql");
      assertThat(answer.statusCode()).as(query).isIn(200, 400);
      assertThat(answer.asString())
          .as(query)
          .doesNotContain("INTERNAL", "Exception", "org.shouxin", "graphql.");
    }
  }

  private static void garble(List<String> tokens, Random random) {
    int place = random.nextInt(tokens.size());
    String oddity = ODDITIES.get(random.nextInt(ODDITIES.size()));
    switch (random.nextInt(4)) {
      case 0 -> tokens.set(place, oddity);
      case 1 -> tokens.add(place, oddity);
      case 2 -> tokens.add(place, tokens.get(random.nextInt(tokens.size())));
      default -> {
        tokens.remove(place);
        tokens.add("}");
      }
    }
  }

  private static List<List<String>> queries() throws IOException {
    List<List<String>> queries = new ArrayList<>();
    for (String name : GraphQlCasesTest.cases().toList()) {
      String text =
          Files.readString(Path.of("src/test/resources/graphql", name + ".graphql"))
              .replaceFirst("#.*", "");
      queries.add(TOKEN.matcher(text).results().map(MatchResult::group).toList());
    }
    return queries;
  }
}
