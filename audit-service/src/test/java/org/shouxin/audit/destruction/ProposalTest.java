package org.shouxin.audit.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.identity.Ids;

/** R-RC-11: neither another spelling nor another cause nor another owner gets round the guard. */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class ProposalTest {
  private final UUID lilei = Ids.random();

  @Test
  void aRecordIsNamedInItsOneSpelling() {
    String shouted = "0192abcd-0000-7000-8000-00000000000a".toUpperCase(Locale.ROOT);
    Desk.PROPOSER
        .propose(List.of(Desk.item("records", lilei, shouted, "RT-02")))
        .then()
        .statusCode(400)
        .body("code", equalTo("ID_MALFORMED"));
  }

  @Test
  void aRecordThatRetentionDoesNotKnowIsNotDestroyed() {
    Desk.PROPOSER
        .propose(List.of(Desk.item("records", lilei, Ids.random().toString(), "RT-02")))
        .then()
        .statusCode(422)
        .body("code", equalTo("DESTRUCTION_SCOPE_INVALID"))
        .body("errors.code", equalTo(List.of("UNKNOWN_RECORD")));
  }

  @Test
  void aPersonWhomRetentionDoesNotKnowIsNotDestroyed() {
    for (String store : List.of("records", "consent")) {
      Desk.PROPOSER
          .propose(List.of(Desk.item(store, lilei, "", "RT-06")))
          .then()
          .statusCode(422)
          .body("code", equalTo("DESTRUCTION_SCOPE_INVALID"))
          .body("errors.code", equalTo(List.of("UNKNOWN_PERSON")));
    }
    Desk.known(lilei);
    Desk.proposed(List.of(Desk.item("consent", lilei, "", "RT-06")));
  }

  @Test
  void anErasureIsACauseOnlyOnceItIsConfirmedAndAWithdrawalNeverByHand() {
    for (String cause : List.of("ERASURE_REQUEST", "CONSENT_WITHDRAWN")) {
      Desk.PROPOSER
          .post(
              "/v1/destruction/plans", Map.of("cause", cause, "items", List.of(Desk.person(lilei))))
          .then()
          .statusCode(422)
          .body("code", equalTo("DESTRUCTION_SCOPE_INVALID"))
          .body("errors.code", equalTo(List.of("CAUSE_UNCONFIRMED")));
    }
  }

  @Test
  void onlyTheOwnerOfAStoreSaysThatItsItemIsDestroyed() {
    String plan = Desk.started(List.of(Desk.person(lilei)));
    Map<String, Object> order = Objects.requireNonNull(Desk.RECORDS.next(plan));
    Desk.CONSENT.done(order);
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTING");
    Desk.RECORDS.done(order);
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTED");
  }
}
