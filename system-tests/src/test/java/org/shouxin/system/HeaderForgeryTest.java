package org.shouxin.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody becomes somebody else by what they send beside or instead of a signed token. */
@SystemTest
class HeaderForgeryTest {
  private static final String WHO =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id name } }";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final RunningSystem system;
  private final DemoCustomer lilei;

  HeaderForgeryTest(RunningSystem system) {
    this.system = system;
    this.lilei = system.customer("li.lei");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Controller, ctl-donghai",
    "X-Controller-Id, ctl-donghai",
    "X-User, li.lei",
    "X-Customer-Id, {id}",
    "X-Roles, customer",
    "X-Remote-User, li.lei",
    "X-Forwarded-User, li.lei",
    "Forwarded, for=127.0.0.1;host=localhost",
    "X-Shouxin-Actor, {id}"
  })
  void aHeaderMakesNobodySomebodyElse(String header, String value) {
    Caller otherController = system.caller("zhou.manager");
    Caller otherCustomer = system.customer("han.mei").caller();
    for (Caller forger : new Caller[] {otherController, otherCustomer}) {
      Answer plain = forger.ask(WHO, Map.of("id", lilei.id()));
      Answer forged =
          forger
              .sending(header, value.replace("{id}", lilei.id()))
              .ask(WHO, Map.of("id", lilei.id()));
      assertThat(forged).isEqualTo(plain);
      assertThat(forged.data("customer").path("id").asText("")).isEmpty();
    }
  }

  @Test
  void claimsInTheBodyAreRefusedRatherThanIgnored() {
    Answer answer =
        lilei
            .caller()
            .ask(
                "{ customer(id: \""
                    + lilei.id()
                    + "\", purpose: \"P-04\", controller: \"ctl-xinghe\") { name } }");
    assertThat(answer.codes()).containsExactly("QUERY_INVALID");
  }

  @Test
  void aTokenWithoutSignatureIsRefused() throws Exception {
    assertRefused(header("none") + "." + payload("customer", null) + ".");
  }

  @Test
  void aTokenSignedByAnotherKeyIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    assertRefused(signed(payload("customer", null), generator.generateKeyPair().getPrivate()));
  }

  @Test
  void aTokenOfAnotherRealmIsRefused() {
    String master = new KeycloakAdministrator(system).token();
    assertRefused(master);
    assertDenied("records-service", "UNAUTHENTICATED");
  }

  @Test
  void aRoleOfAnotherClientOfTheRealmIsNoRoleHere() throws Exception {
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    keycloak.addPerson("elsewhere.officer", "client-manager", "1941", "杭州分公司");
    keycloak.addClientWithRole("payroll", "compliance-officer", "elsewhere.officer", true);
    String token = keycloak.tokenOf("elsewhere.officer", "payroll");
    assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8))
        .contains("\"resource_access\":{\"payroll\":{\"roles\":[\"compliance-officer\"]}}");
    assertThat(system.callerWith(token).ask("{ bans { id } }").codes())
        .containsExactly("FORBIDDEN");
    assertDenied("1941", "FORBIDDEN");
  }

  @Test
  void aTokenThatWasGivenForAnotherServiceIsRefused() {
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    keycloak.addPerson("elsewhere.manager", "client-manager", "1942", "杭州分公司");
    keycloak.addClientWithRole("wages", "compliance-officer", "elsewhere.manager", false);
    assertRefused(keycloak.tokenOf("elsewhere.manager", "wages"));
    assertDenied("wages", "UNAUTHENTICATED");
  }

  @Test
  void aTokenWhoseClaimsWereChangedIsRefused() throws Exception {
    String[] parts = lilei.caller().token().split("\\.");
    assertRefused(parts[0] + "." + payload("compliance-officer", parts[1]) + "." + parts[2]);
  }

  @Test
  void anExpiredTokenIsRefused() {
    String token = new KeycloakAdministrator(system).shortLivedToken("partner-beichen");
    Eventually.passes(() -> assertRefused(token));
  }

  private void assertDenied(String actor, String reason) {
    Eventually.passes(() ->
        assertThat(system.log().verifiedEntries())
            .anySatisfy(entry -> {
              assertThat(entry.path("type").asText()).isEqualTo("access.denied");
              assertThat(entry.path("actor").path("id").asText()).isEqualTo(actor);
              assertThat(entry.path("reason").asText()).isEqualTo(reason);
            }));
  }

  private void assertRefused(String token) {
    Answer answer = system.callerWith(token).ask(WHO, Map.of("id", lilei.id()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
    assertThat(answer.codes()).containsExactly("UNAUTHENTICATED");
  }

  /** The claims of li.lei's real token, or the given ones, with another role. */
  private String payload(String role, @org.jspecify.annotations.Nullable String original)
      throws Exception {
    String claims = original == null ? lilei.caller().token().split("\\.")[1] : original;
    ObjectNode json = (ObjectNode) Caller.JSON.readTree(Base64.getUrlDecoder().decode(claims));
    json.withObject("realm_access").putArray("roles").add(role);
    return BASE64.encodeToString(Caller.JSON.writeValueAsBytes(json));
  }

  private static String header(String algorithm) {
    return BASE64.encodeToString(
        ("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}").getBytes(StandardCharsets.UTF_8));
  }

  private static String signed(String payload, PrivateKey key) throws Exception {
    String content = header("RS256") + "." + payload;
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key);
    signature.update(content.getBytes(StandardCharsets.UTF_8));
    return content + "." + BASE64.encodeToString(signature.sign());
  }
}
