package org.shouxin.audit.destruction.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.destruction.Desk;
import org.shouxin.platform.identity.Ids;

/** What a seller decided to destroy of people who moved goes the way of every destruction. */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class LeftoverTest {
  private static final LocalDate LATER = LocalDate.of(2099, 1, 1);
  private static final LocalDate OVER = LocalDate.of(2020, 1, 1);
  private static final List<String> ALL =
      List.of("POLICY", "IDENTITY", "HEALTH_NOTE", "CONSENT", "COMPLAINT", "RIGHTS_REQUEST");

  private final UUID moved = Ids.random();
  private final UUID transfer = Ids.next();

  @Inject CertificateIssue issue;

  @Test
  void whatNothingKeepsIsProposedOnceAndEndsWithACertificate() {
    kept("records", "", "RT-15", "IDENTITY", LATER);
    kept("records", Ids.random().toString(), "RT-18", "HEALTH_NOTE", LATER);
    kept("consent", Ids.random().toString(), "RT-06", "CONSENT", OVER);

    Response proposed = propose(ALL);
    proposed.then().statusCode(200).body("proposed", equalTo(2)).body("waiting", equalTo(0));
    propose(ALL).then().body("planId", nullValue()).body("proposed", equalTo(0));
    String plan = proposed.path("planId");
    assertThat(Desk.WITNESS.plan(plan).getString("cause")).isEqualTo("TRANSFERRED");
    assertThat(plans().getString("[0].state")).isEqualTo("PROPOSED");

    Desk.of("compliance-officer", "2010")
        .approve(plan)
        .then()
        .statusCode(422)
        .body("code", equalTo("FOUR_EYES"));
    Desk.APPROVER.approve(plan).then().statusCode(200);
    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    Desk.CONSENT.destroyAll(plan);
    Desk.WITNESS.witness(plan).then().statusCode(200);
    issue.look();

    assertThat(plans().getString("[0].state")).isEqualTo("CERTIFIED");
    assertThat(plans().getString("[0].certificateSha256")).hasSize(43);
  }

  /** Leaving for another intermediary ends nobody's copy of what the seller gave (D-140). */
  @Test
  void whoWasGivenDataOfPeopleWhoMovedIsAskedToDeleteItToo() {
    String partner = "p-" + Ids.random();
    new Reporter().report(List.of(Reporter.dataProvided(partner, moved)));
    kept("records", "", "RT-15", "IDENTITY", LATER);
    String plan = propose(ALL).path("planId");
    Desk.APPROVER.approve(plan).then().statusCode(200);
    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    Desk.WITNESS.witness(plan).then().statusCode(200);

    Map<String, Object> request = CertificateTest.requestsTo(partner).getFirst();
    assertThat(request.get("customerId")).isEqualTo(moved.toString());
    issue.look();
    assertThat(plans().getString("[0].state")).isEqualTo("WITNESSED");

    Desk.CONSENT
        .post(
            "/v1/destruction/recipient-requests/outcomes",
            CertificateTest.outcome(request, "CONFIRMED"))
        .then()
        .statusCode(204);
    issue.look();
    assertThat(plans().getString("[0].state")).isEqualTo("CERTIFIED");
  }

  @Test
  void whatTheLawOrAHoldKeepsWaitsAndSoDoesTheKeyThatOpensIt() {
    kept("records", "", "RT-15", "IDENTITY", LATER);
    kept("records", Ids.random().toString(), "RT-02", "POLICY", LATER);
    String note = Ids.random().toString();
    kept("records", note, "RT-18", "HEALTH_NOTE", LATER);

    Response proposed = propose(ALL);

    proposed.then().body("proposed", equalTo(1)).body("waiting", equalTo(2));
    assertThat(Desk.WITNESS.plan(proposed.path("planId")).getList("remaining.recordRef"))
        .containsExactly(note);
  }

  @Test
  void theKeyStaysAsLongAsAClassThatItOpensIsKept() {
    kept("records", "", "RT-15", "IDENTITY", LATER);
    kept("consent", Ids.random().toString(), "RT-10", "COMPLAINT", LATER);
    propose(List.of("IDENTITY"))
        .then()
        .body("planId", nullValue())
        .body("proposed", equalTo(0))
        .body("waiting", equalTo(1));
    Desk.hold(moved.toString());
    propose(ALL).then().body("planId", nullValue()).body("waiting", equalTo(2));
  }

  @Test
  void staffDeclareNoTransfer() {
    kept("records", "", "RT-15", "IDENTITY", LATER);
    Desk.PROPOSER
        .post(
            "/v1/destruction/plans",
            Map.of("cause", "TRANSFERRED", "items", List.of(Desk.person(moved))))
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("CAUSE_UNCONFIRMED")));
    Desk.PROPOSER.post("/v1/destruction/leftovers", order(ALL)).then().statusCode(403);
  }

  private Response propose(List<String> kinds) {
    return Desk.RECORDS.post("/v1/destruction/leftovers", order(kinds));
  }

  private Map<String, Object> order(List<String> kinds) {
    return Map.of(
        "controllerId",
        "ctl-donghai",
        "transferId",
        transfer.toString(),
        "decidedBy",
        "2010",
        "people",
        List.of(moved.toString()),
        "kinds",
        kinds);
  }

  private JsonPath plans() {
    return Desk.RECORDS
        .post(
            "/v1/destruction/leftovers/query",
            Map.of("controllerId", "ctl-donghai", "transferId", transfer.toString()))
        .jsonPath();
  }

  private void kept(
      String store, String record, String retentionClass, String kind, LocalDate dueOn) {
    Desk.database()
        .write(
            Desk.DONGHAI,
            handle ->
                handle.execute(
                    "insert into retention_item (id, controller_id, subject_ref, store, record_ref,"
                        + " class, kind, start_event, start_on, due_on, rule_version, reported_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'CLOSED', ?, ?, 1, now())",
                    Ids.next(),
                    Desk.DONGHAI,
                    moved.toString(),
                    store,
                    record,
                    retentionClass,
                    kind,
                    LocalDate.of(2019, 1, 1),
                    dueOn));
  }
}
