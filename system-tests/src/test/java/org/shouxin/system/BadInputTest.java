package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.launcher.Component;

/**
 * The bad input of issue 2: each kind has its own code, and none reaches further than it should.
 */
@SystemTest
class BadInputTest {
  private static final String ANY = "5f0c7e1a-6b1d-4c8e-9a3f-7d2e8b4c6a10";

  private final RunningSystem system;
  private final Caller partner;

  BadInputTest(RunningSystem system) {
    this.system = system;
    this.partner = system.caller("partner-haiyun");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA"})
  void withoutAValidTokenTheAnswerIs401(String token) {
    Answer answer =
        system.callerWith(token).ask("{ customer(id: \"" + ANY + "\", purpose: \"P-12\") { id } }");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.codes()).containsExactly("UNAUTHENTICATED");
  }

  static Stream<Arguments> requests() {
    String id = "{ customer(id: \"" + ANY + "\", purpose: \"%s\") { id name } }";
    String find = "{ findCustomer(factors: {%s}, purpose: \"P-12\") { id name } }";
    String list = "{ customers(purpose: \"P-12\"%s) { edges { cursor node { name } } } }";
    return Stream.of(
        arguments("a blank purpose", id.formatted(""), "PURPOSE_REQUIRED"),
        arguments("no purpose", "{ customer(id: \"" + ANY + "\") { id } }", "PURPOSE_REQUIRED"),
        arguments("a purpose outside the catalogue", id.formatted("P-99"), "PURPOSE_UNKNOWN"),
        arguments("a purpose that is no code", id.formatted("marketing"), "PURPOSE_UNKNOWN"),
        arguments("one factor", find.formatted("name: \"李雷\""), "FACTORS_TOO_FEW"),
        arguments("no factor", find.formatted(""), "FACTORS_TOO_FEW"),
        arguments(
            "a malformed id",
            "{ customer(id: \"1; drop table\", purpose: \"P-12\") { name } }",
            "ID_MALFORMED"),
        arguments("a made-up cursor", list.formatted(", after: \"AAAA\""), "CURSOR_MALFORMED"),
        arguments("a page of none", list.formatted(", first: 0"), "PAGE_SIZE_OUT_OF_RANGE"),
        arguments("a page of 51", list.formatted(", first: 51"), "PAGE_SIZE_OUT_OF_RANGE"),
        arguments(
            "an unknown field",
            "{ customer(id: \"" + ANY + "\", purpose: \"P-12\") { password } }",
            "QUERY_INVALID"),
        arguments("an unknown operation", "{ everything { id } }", "QUERY_INVALID"),
        arguments("a syntax error", "{ customer(", "QUERY_UNREADABLE"),
        arguments(
            "an event id that is none",
            "{ inclusionProof(eventId: \"42\") { leaf } }",
            "ID_MALFORMED"));
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("requests")
  void eachFaultOfARequestHasItsCode(String fault, String query, String code) {
    Answer answer = partner.ask(query);
    assertThat(answer.codes()).as(fault + ": " + answer.body()).containsExactly(code);
    assertThat(answer.body()).doesNotContain("org.shouxin", "Exception", "drop table", "李雷");
  }

  @Test
  void aValidTokenWithoutTheRoleIsForbiddenAsAGraphQlError() {
    Answer answer =
        partner.ask("mutation { withdrawConsent(consentRecordId: \"" + ANY + "\") { id } }");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.codes()).containsExactly("FORBIDDEN");
    Answer operator =
        system
            .caller("ops.operator")
            .ask("{ customers(purpose: \"P-04\") { edges { node { name } } } }");
    assertThat(operator.codes()).containsExactly("FORBIDDEN");
  }

  @Test
  void bodiesAreReadStrictlyAndOnlyUpToTheirLimit() {
    assertThat(
            partner
                .ask(
                    "{ findCustomer(factors: {name: \"a\", mobile: \"b\", password: \"c\"},"
                        + " purpose: \"P-12\") { name } }")
                .codes())
        .containsExactly("QUERY_INVALID");
    Answer unknownField =
        Caller.send(
            HttpRequest.newBuilder(system.url(Component.RECORDS).resolve("/v1/customers/read"))
                .header("Authorization", "Bearer " + partner.token())
                .header("Content-Type", "application/json")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "{\"ids\":[\""
                            + ANY
                            + "\"],\"purpose\":\"P-12\",\"fields\":[\"name\"],\"surprise\":1}"))
                .build());
    assertThat(unknownField.status()).isEqualTo(400);
    assertThat(unknownField.contentType()).startsWith("application/problem+json");
    assertThat(unknownField.codes()).containsExactly("FIELD_UNKNOWN");
    assertThat(partner.post("{\"query\":").codes()).containsExactly("REQUEST_MALFORMED");
    assertThat(partner.post("[{\"query\":\"{ __typename }\"}]").codes())
        .containsExactly("BATCH_REFUSED");
    Answer large = partner.post("{\"query\":\"" + " ".repeat(300_000) + "{ __typename }\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.codes()).containsExactly("BODY_TOO_LARGE");
  }

  @Test
  void depthIsLimitedAndWhatIsWithinTheLimitIsAnswered() {
    String nested = "{ customers(purpose: \"P-12\") { edges { node { %s } } } }";
    assertThat(partner.ask(nested.formatted("policies { number }")).codes()).isEmpty();
    assertThat(partner.ask(nested.formatted("a { ".repeat(4) + "a" + " }".repeat(4))).codes())
        .containsExactly("QUERY_INVALID");
    assertThat(partner.ask(nested.formatted("a { ".repeat(5) + "a" + " }".repeat(5))).codes())
        .containsExactly("QUERY_TOO_DEEP");
    String fragments =
        "query { customers(purpose: \"P-12\") { ...A } } fragment A on CustomerConnection { edges {"
            + " node { consentRecords { id purpose } policies { number } } } }";
    assertThat(partner.ask(fragments).codes()).isEmpty();
  }

  @Test
  void costIsLimitedAndWhatIsWithinTheLimitIsAnswered() {
    assertThat(partner.ask(aliases(3)).codes()).isEmpty();
    assertThat(partner.ask(aliases(60)).codes())
        .isSubsetOf("QUERY_TOO_COSTLY", "QUERY_TOO_MANY_ALIASES")
        .hasSize(1);
    String wide =
        "{ customers(purpose: \"P-12\", first: 50) { edges { node { id name idType idNumber gender"
            + " birthDate mobile email address policies { number product insurer startOn endOn"
            + " sumInsured premium role } consentRecords { id purpose categories state givenAt }"
            + " decision { id permitted purpose reason } } } } }";
    assertThat(partner.ask(wide).codes()).isSubsetOf("QUERY_TOO_COSTLY");
  }

  @Test
  void aMutationByGetIsRefused() {
    Answer answer =
        Caller.send(
            HttpRequest.newBuilder(
                    system
                        .url(Component.GATEWAY)
                        .resolve(
                            "/graphql?query=mutation%7BwithdrawConsent(consentRecordId:%22"
                                + ANY
                                + "%22)%7Bid%7D%7D"))
                .header("Authorization", "Bearer " + partner.token())
                .header("Accept", "application/json")
                .GET()
                .build());
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.codes()).containsExactly("METHOD_NOT_ALLOWED");
  }

  @Test
  void anObjectInPlaceOfAnIdIsRefusedWithoutItsValue() {
    Answer answer =
        partner.ask(
            "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name } }",
            Map.of("id", Map.of("mobile", "call 13812345678")));
    assertThat(answer.codes()).containsExactly("VARIABLES_INVALID");
    assertThat(answer.body()).doesNotContain("13812345678");
  }

  private static String aliases(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "a%d: customer(id: \"%s\", purpose: \"P-12\") { id name }".formatted(i, ANY))
        .collect(Collectors.joining(" ", "{ ", " }"));
  }
}
