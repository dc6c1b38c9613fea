package org.shouxin.records.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Caller;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.testing.TestTokens;

/** R-AC-01, R-AC-02: who is refused for who she is stands in the log, and cannot flood it. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class RefusedCallsTest {
  private static final String APPROVAL = "/v1/access-requests/%s/approval";
  private static final String NAME = "POST:/v1/access-requests/:id/approval";

  @Inject Database database;

  private final String number = "ref-" + Ids.random().toString().substring(0, 8);

  @Test
  void aRoleThatMayNotLeavesOneEventWithItsCodeHoweverOftenItTries() {
    Caller manager = Caller.manager(number);
    for (int i = 0; i < 5; i++) {
      assertThat(manager.post(APPROVAL.formatted(Ids.random()), Map.of()).<String>path("code"))
          .isEqualTo("FORBIDDEN");
    }
    assertThat(denials(number))
        .containsExactly("ctl-donghai employee client-manager " + NAME + " FORBIDDEN");
  }

  @Test
  void aHeaderWithAnotherNumberChangesNothingInTheEvent() {
    io.restassured.RestAssured.given()
        .auth()
        .oauth2(Caller.manager(number).token())
        .header("X-Employee-No", "1000")
        .contentType("application/json")
        .body(Map.of())
        .post(APPROVAL.formatted(Ids.random()))
        .then()
        .statusCode(403);
    assertThat(denials(number)).hasSize(1);
  }

  @Test
  void aCustomersRefusalNamesHer() {
    CustomerId customer = new CustomerId(Ids.random());
    Caller.customer(customer).post(APPROVAL.formatted(Ids.random()), Map.of());
    assertThat(denials(customer.toString()))
        .containsExactly("ctl-donghai customer customer " + NAME + " FORBIDDEN");
  }

  @Test
  void rolesOfTwoKindsOfActorsAreRefusedAndTheEventGivesHerNone() {
    String token =
        TestTokens.custom(List.of("client-manager", "customer"), "shouxin-cli")
            .with("controller", "ctl-donghai")
            .with("employee_no", number)
            .sign();
    assertThat(new Caller(token).post("/v1/refusals", Map.of()).<String>path("code"))
        .isEqualTo("FORBIDDEN");
    assertThat(denials(number))
        .containsExactly("ctl-donghai employee - POST:/v1/refusals FORBIDDEN");
  }

  @Test
  void aTokenThatOurRealmGaveForAnotherServiceIsRefusedWithAnEventOfWhomItNames() {
    TestTokens elsewhere =
        TestTokens.custom(List.of("supervisor"), "wages")
            .with("aud", "wages")
            .with("controller", "ctl-donghai")
            .with("employee_no", number);
    assertThat(new Caller(elsewhere.sign()).get("/v1/exports").statusCode()).isEqualTo(401);
    assertThat(eventually(number))
        .containsExactly("ctl-donghai employee supervisor token UNAUTHENTICATED");
    String over = elsewhere.expiringAt(Instant.now().minus(Duration.ofHours(1))).sign();
    assertThat(new Caller(over).get("/v1/exports").statusCode()).isEqualTo(401);
    assertThat(denials(number)).hasSize(1);
  }

  @Test
  void whatAnotherKeySignedNamesNobodyHere() {
    String[] parts = Caller.manager(number).token().split("\\.");
    String forged = parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());
    assertThat(new Caller(forged).get("/v1/exports").statusCode()).isEqualTo(401);
    assertThat(eventually("records-service"))
        .containsExactly("ctl-none system - token UNAUTHENTICATED");
    assertThat(denials(number)).isEmpty();
  }

  /** The answer to a token that is refused does not wait for its event. */
  private List<String> eventually(String actor) {
    Instant end = Instant.now().plusSeconds(20);
    List<String> found = denials(actor);
    while (found.isEmpty() && Instant.now().isBefore(end)) {
      Thread.onSpinWait();
      found = denials(actor);
    }
    return found;
  }

  private List<String> denials(String actor) {
    return database.systemRead(handle ->
        handle
            .createQuery(
                """
                select concat_ws(' ', controller_id, b #>> '{actor,kind}',
                                 coalesce(b #>> '{actor,role}', '-'),
                                 coalesce(b #>> '{resource,id}', b #>> '{resource,type}'), b ->> 'reason')
                  from (select controller_id, body::jsonb as b, transaction_id, id from audit_outbox) e
                 where b ->> 'type' = 'access.denied' and b #>> '{actor,id}' = :actor
                 order by transaction_id, id\
                """)
            .bind("actor", actor)
            .mapTo(String.class)
            .list());
  }
}
