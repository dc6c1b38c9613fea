package org.shouxin.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Every limit on both of its sides, on the committed schema. */
class OperationCheckTest {
  private static final GraphQLSchema SCHEMA =
      new SchemaGenerator()
          .makeExecutableSchema(
              new SchemaParser().parse(Path.of("../contracts/gateway.graphql").toFile()),
              RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory()).build());

  private record Limits(
      boolean introspection,
      int maxBodyBytes,
      int maxDocumentLength,
      int maxTokens,
      int maxDepth,
      int maxAliases,
      int maxCost)
      implements GraphQlLimits {
    static final Limits USUAL = new Limits(false, 65_536, 16_384, 3_000, 8, 20, 5_000);

    @Override
    public boolean trustedDocuments() {
      return true;
    }

    @Override
    public Optional<Path> trustedDocumentsDir() {
      return Optional.empty();
    }
  }

  @Test
  void nestingIsAllowedToTheLimitAndNotBeyond() {
    String page = "{ customers(purpose: \"P-12\") { edges { node { policies { number } } } } }";
    admit(page, new Limits(false, 0, 16_384, 3_000, 5, 20, 5_000));
    refused(page, new Limits(false, 0, 16_384, 3_000, 4, 20, 5_000), ProblemCode.QUERY_TOO_DEEP);
  }

  @Test
  void fragmentsDoNotHideDepth() {
    String page =
        "{ customers(purpose: \"P-12\") { ...a } } fragment a on CustomerConnection { edges { ...b } }"
            + " fragment b on CustomerEdge { node { ... on Customer { policies { number } } } }";
    admit(page, new Limits(false, 0, 16_384, 3_000, 5, 20, 5_000));
    refused(page, new Limits(false, 0, 16_384, 3_000, 4, 20, 5_000), ProblemCode.QUERY_TOO_DEEP);
  }

  @Test
  void twentyAliasesPassAndTwentyOneDoNot() {
    admit(aliases(20), Limits.USUAL);
    refused(aliases(21), Limits.USUAL, ProblemCode.QUERY_TOO_MANY_ALIASES);
  }

  @Test
  void aFullPageOfEverythingIsWithinTheCost() {
    admit(
        """
        { customers(purpose: "P-12", first: 50) { pageInfo { hasNextPage endCursor } edges { cursor node {
          id name idType idNumber gender birthDate mobile email address
          policies { number product insurer startOn endOn sumInsured premium role }
          consentRecords { id purpose categories state givenAt withdrawnAt }
          decision { id permitted purpose legalBasis reason ruleVersion } } } } }
        """,
        Limits.USUAL);
  }

  @Test
  void theCostCountsPagesListsAndCalls() {
    // 100 for the call; 10 each for edges, node, name, policies; 10 times 4 numbers.
    String page =
        "{ customers(purpose: \"P-12\", first: 10) { edges { node { name policies { number } } } } }";
    admit(page, new Limits(false, 0, 16_384, 3_000, 8, 20, 180));
    refused(page, new Limits(false, 0, 16_384, 3_000, 8, 20, 179), ProblemCode.QUERY_TOO_COSTLY);
  }

  @Test
  void manyPagesInOneRequestAreTooCostly() {
    String page = "customers(purpose: \"P-12\", first: 50) { edges { node { id name } } }";
    String pages =
        IntStream.range(0, 17)
            .mapToObj(i -> "p" + i + ": " + page)
            .collect(Collectors.joining(" "));
    refused("{ " + pages + " }", Limits.USUAL, ProblemCode.QUERY_TOO_COSTLY);
  }

  @Test
  void aFragmentBombIsTooCostlyAndEndsAtOnce() {
    StringBuilder bomb = new StringBuilder("{ ...f0 }");
    for (int i = 0; i < 60; i++) {
      bomb.append(" fragment f%d on Query { ...f%d ...f%d }".formatted(i, i + 1, i + 1));
    }
    bomb.append(" fragment f60 on Query { __typename }");
    refused(bomb.toString(), Limits.USUAL, ProblemCode.QUERY_TOO_COSTLY);
  }

  @Test
  void fragmentsThatUseEachOtherAreLeftToValidation() {
    admit("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", Limits.USUAL);
  }

  @ParameterizedTest
  @CsvSource({"1,true", "50,true", "0,false", "51,false", "-1,false", "99999999999,false"})
  void pageSizesAreOneToFifty(String first, boolean allowed) {
    String literal =
        "{ customers(purpose: \"P-12\", first: %s) { edges { cursor } } }".formatted(first);
    String variable =
        "query($n: Int) { accessHistory(customerId: \"x\", first: $n) { edges { cursor } } }";
    JsonObject variables =
        Json.createObjectBuilder()
            .add("n", Json.createValue(new java.math.BigInteger(first)))
            .build();
    if (allowed) {
      admit(literal, Limits.USUAL);
      admit(variable, variables, Limits.USUAL);
    } else {
      refused(literal, Limits.USUAL, ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
      assertThat(codeOf(variable, variables, Limits.USUAL))
          .isEqualTo(ProblemCode.PAGE_SIZE_OUT_OF_RANGE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\" \"", "7"})
  void aPurposeByVariableHasToSaySomething(String value) {
    String query = "query($p: String!) { customer(id: \"x\", purpose: $p) { id } }";
    JsonObject variables =
        Json.createReader(new java.io.StringReader("{\"p\":" + value + "}")).readObject();
    assertThat(codeOf(query, variables, Limits.USUAL))
        .isEqualTo(
            value.equals("7") ? ProblemCode.VARIABLES_INVALID : ProblemCode.PURPOSE_REQUIRED);
  }

  @Test
  void introspectionIsAnsweredOnlyWhereItIsOn() {
    String query = "{ __schema { types { name } } }";
    refused(query, Limits.USUAL, ProblemCode.INTROSPECTION_OFF);
    refused("{ __type(name: \"Query\") { name } }", Limits.USUAL, ProblemCode.INTROSPECTION_OFF);
    admit(query, new Limits(true, 0, 16_384, 3_000, 8, 20, 5_000));
    admit("{ __typename }", Limits.USUAL);
  }

  @Test
  void introspectionIsAsDeepAsOtherQueriesExceptThatOfTools() {
    Limits on = new Limits(true, 0, 16_384, 3_000, 8, 20, 5_000);
    String nested =
        "%s { __schema { types { fields { type { ofType { ofType { ofType { ofType { name } } } } } } } } }";
    refused(nested.formatted("query Deep"), on, ProblemCode.QUERY_TOO_DEEP);
    admit(nested.formatted("query IntrospectionQuery"), on);
  }

  @Test
  void everyTrustedDocumentIsWithinTheLimits() {
    JsonObject variables =
        Json.createObjectBuilder()
            .add("purpose", "P-12")
            .add("first", 50)
            .add("id", "x")
            .add("customerId", "x")
            .add("eventId", "x")
            .add("noticeId", "x")
            .add("campaignId", "x")
            .add("itemId", "x")
            .add("outcome", "REFUSED")
            .add("evidence", "x")
            .add("factors", Json.createObjectBuilder().add("name", "n").add("mobile", "m"))
            .build();
    for (String document : TrustedDocuments.shipped()) {
      admit(document, variables, Limits.USUAL);
    }
  }

  @Test
  void documentsAreBoundedInLengthAndTokens() {
    String query = "{ __typename }";
    admit(query, new Limits(false, 0, query.length(), 4, 8, 20, 5_000));
    refused(
        query,
        new Limits(false, 0, query.length() - 1, 4, 8, 20, 5_000),
        ProblemCode.QUERY_TOO_LARGE);
    refused(
        "{ __typename __typename __typename }",
        new Limits(false, 0, 16_384, 4, 8, 20, 5_000),
        ProblemCode.QUERY_TOO_LARGE);
  }

  private static String aliases(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "a%d: __typename".formatted(i))
        .collect(Collectors.joining(" ", "{ ", " }"));
  }

  private static void admit(String query, Limits limits) {
    admit(query, JsonValue.EMPTY_JSON_OBJECT, limits);
  }

  private static void admit(String query, JsonObject variables, Limits limits) {
    new Guard(SCHEMA, limits, new Documents(limits))
        .admit(new GraphQlRequest(query, null, null, variables), false);
  }

  private static void refused(String query, Limits limits, ProblemCode code) {
    assertThat(codeOf(query, JsonValue.EMPTY_JSON_OBJECT, limits)).isEqualTo(code);
  }

  private static ProblemCode codeOf(String query, JsonObject variables, Limits limits) {
    return assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> admit(query, variables, limits))
        .actual()
        .code();
  }
}
