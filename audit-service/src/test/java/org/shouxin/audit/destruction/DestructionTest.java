package org.shouxin.audit.destruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class DestructionTest {
  private final UUID lilei = Ids.random();

  @Inject Plans plans;
  @Inject DestructionWatch watch;

  @Test
  void fourDifferentPeopleTakePart() {
    Desk both = Desk.of("compliance-officer", "2010");
    String plan = both.propose(Desk.people(1)).path("id");
    both.approve(plan).then().statusCode(422).body("code", equalTo("FOUR_EYES"));
    Desk.APPROVER.approve(plan).then().statusCode(200);
    Desk.of("operator", "2002")
        .start(plan, "2004")
        .then()
        .statusCode(422)
        .body("code", equalTo("FOUR_EYES"));
    for (String witness : List.of("2003", "2002", "2010")) {
      Desk.EXECUTOR.start(plan, witness).then().statusCode(422).body("code", equalTo("FOUR_EYES"));
    }
    Desk.EXECUTOR.start(plan, null).then().statusCode(422).body("code", equalTo("WITNESS_MISSING"));
    Desk.APPROVER.start(plan, "2004").then().statusCode(403);
    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    Desk.of("auditor", "2003")
        .witness(plan)
        .then()
        .statusCode(422)
        .body("code", equalTo("FOUR_EYES"));
    Desk.of("auditor", "2099").witness(plan).then().statusCode(403);
    assertThat(Desk.WITNESS.witness(plan).jsonPath().getString("state")).isEqualTo("WITNESSED");
  }

  @Test
  void aListChangedAfterTheApprovalNeedsANewOne() {
    String plan = Desk.approved(Desk.people(2));
    String seen = Desk.WITNESS.plan(plan).getString("scopeDigest");
    String item = Desk.WITNESS.plan(plan).getString("remaining[0].id");
    JsonPath changed =
        Desk.PROPOSER
            .post(
                "/v1/destruction/plans/" + plan + "/change",
                Map.of("withdrawnItems", List.of(item)))
            .jsonPath();
    assertThat(changed.getString("state")).isEqualTo("PROPOSED");
    assertThat(changed.getString("scopeDigest")).isNotEqualTo(seen);
    Desk.EXECUTOR
        .start(plan, "2004")
        .then()
        .statusCode(409)
        .body("code", equalTo("DESTRUCTION_STATE_CONFLICT"));
    Desk.APPROVER
        .post("/v1/destruction/plans/" + plan + "/approval", Map.of("scopeDigest", seen))
        .then()
        .statusCode(409)
        .body("code", equalTo("DESTRUCTION_SCOPE_CHANGED"));
    Desk.APPROVER.approve(plan).then().statusCode(200);
    assertThat(Desk.events(plan, 4))
        .containsExactly(
            "destruction.planned",
            "destruction.approved",
            "destruction.changed",
            "destruction.approved");
  }

  @Test
  void aHoldPlacedWhileExecutingStopsBeforeTheNextItemAndSaysWhatWasDone() {
    String plan = Desk.started(Desk.people(3));
    Desk.RECORDS.done(Desk.RECORDS.next(plan));
    String held = Desk.WITNESS.plan(plan).getString("remaining[0].subjectRef");
    UUID hold = Desk.hold(held);
    assertThat(Desk.RECORDS.next(plan)).isNull();
    JsonPath stopped = Desk.WITNESS.plan(plan);
    assertThat(stopped.getString("state")).isEqualTo("STOPPED");
    assertThat(stopped.getInt("counts.find { it.state == 'DONE' }.number")).isEqualTo(1);
    assertThat(stopped.getList("remaining.state")).containsExactly("WAITING", "WAITING");
    assertThat(stopped.getString("steps[-1].detail")).startsWith("HELD:");
    assertThat(stopped.getString("clock.pausedAt")).isNotNull();
    for (Desk reader : List.of(Desk.PROPOSER, Desk.APPROVER, Desk.EXECUTOR, Desk.WITNESS)) {
      assertThat(reader.get("/v1/destruction/plans/" + plan + "/items").getList("state"))
          .containsExactlyInAnyOrder("DONE", "WAITING", "WAITING");
    }
    RestAssured.given()
        .auth()
        .oauth2(Desk.of("client-manager", "2009").token())
        .get("/v1/destruction/plans/" + plan)
        .then()
        .statusCode(403);
    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    assertThat(Desk.RECORDS.next(plan)).isNull();
    Desk.release(hold);
    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTED");
    assertThat(Desk.events(plan, 13))
        .startsWith(
            "destruction.planned",
            "destruction.approved",
            "destruction.started",
            "hold.checked",
            "hold.checked",
            "destruction.stopped",
            "destruction.started")
        .endsWith("destruction.executed");
  }

  @Test
  void withoutItsWitnessNothingIsDestroyedAndNothingIsWitnessed() {
    String plan = Desk.approved(Desk.people(2));
    for (String nobody : new String[] {null, ""}) {
      Desk.EXECUTOR
          .start(plan, nobody)
          .then()
          .statusCode(422)
          .body("code", equalTo("WITNESS_MISSING"));
    }
    assertThat(Desk.RECORDS.next(plan)).isNull();
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("APPROVED");

    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    UUID hold = Desk.hold(Desk.WITNESS.plan(plan).getString("remaining[1].subjectRef"));
    Desk.RECORDS.done(Desk.RECORDS.next(plan));
    assertThat(Desk.RECORDS.next(plan)).isNull();
    Desk.release(hold);
    Desk.EXECUTOR.start(plan, null).then().statusCode(422).body("code", equalTo("WITNESS_MISSING"));
    assertThat(Desk.RECORDS.next(plan)).as("the first witness is gone").isNull();
    Desk.EXECUTOR.start(plan, "2005").then().statusCode(200);
    Desk.RECORDS.destroyAll(plan);
    for (Desk other : List.of(Desk.WITNESS, Desk.of("operator", "2005"))) {
      other.witness(plan).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTED");
    Desk.of("auditor", "2005").witness(plan).then().statusCode(200);
  }

  @Test
  void whatIsHeldEntersNoPlan() {
    Desk.hold(lilei.toString());
    Desk.PROPOSER
        .propose(List.of(Desk.person(Ids.random()), Desk.person(lilei)))
        .then()
        .statusCode(409)
        .body("code", equalTo("DESTRUCTION_HELD"))
        .body("errors.field", equalTo(List.of("items[1]")));
  }

  @Test
  void aRecordThatTheLawKeepsAndThatCameAfterTheApprovalStopsThePlan() {
    String plan = Desk.started(Desk.people(3));
    Desk.RECORDS.done(Desk.RECORDS.next(plan));
    String late = Desk.WITNESS.plan(plan).getString("remaining[0].subjectRef");
    policyKeeps(UUID.fromString(late));

    assertThat(Desk.RECORDS.next(plan)).isNull();
    JsonPath stopped = Desk.WITNESS.plan(plan);
    assertThat(stopped.getString("state")).isEqualTo("STOPPED");
    assertThat(stopped.getString("steps[-1].detail")).startsWith("NOT_DUE:");
    assertThat(stopped.getString("clock.pausedAt")).as("only a hold pauses K-21").isNull();
    assertThat(stopped.getList("remaining.state")).containsExactly("WAITING", "WAITING");
  }

  /** A policy of hers that ended in 2024 is kept for ten years. */
  private static void policyKeeps(UUID person) {
    Desk.database()
        .write(
            Desk.DONGHAI,
            handle ->
                handle.execute(
                    "insert into retention_item (id, controller_id, subject_ref, store, record_ref,"
                        + " class, kind, start_event, start_on, due_on, reported_at) values"
                        + " (?, ?, ?, 'records', ?, 'RT-02', 'POLICY', 'POLICY_ENDED', ?, ?, now())",
                    Ids.next(),
                    Desk.DONGHAI,
                    person.toString(),
                    Ids.random().toString(),
                    LocalDate.of(2024, 1, 1),
                    LocalDate.of(2034, 1, 1)));
  }

  @Test
  void whatTheLawStillKeepsIsNotDestroyedOnRequest() {
    policyKeeps(lilei);
    Desk.PROPOSER
        .propose(List.of(Desk.person(lilei)))
        .then()
        .statusCode(422)
        .body("code", equalTo("DESTRUCTION_SCOPE_INVALID"))
        .body("errors.code", equalTo(List.of("NOT_DUE")));
  }

  @Test
  void aListNamesEachThingOnceAndAMethodThatFits() {
    Desk.PROPOSER
        .propose(List.of(Desk.person(lilei), Desk.person(lilei), Desk.medium("S-1", "SHRED_KEY")))
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("TWICE", "METHOD_UNFIT")));
    String plan = Desk.proposed(List.of(Desk.person(lilei)));
    Desk.PROPOSER
        .propose(List.of(Desk.person(lilei)))
        .then()
        .statusCode(422)
        .body("code", equalTo("DESTRUCTION_SCOPE_INVALID"));
    Desk.PROPOSER
        .post("/v1/destruction/plans/" + plan + "/void", Map.of())
        .then()
        .statusCode(200)
        .body("state", equalTo("VOID"));
    Desk.proposed(List.of(Desk.person(lilei)));
  }

  @Test
  void whatFailsIsListedAsBegunAndThePlanStopsAfterEightTries() {
    String plan = Desk.started(List.of(Desk.person(lilei)));
    Map<String, Object> order = Desk.RECORDS.next(plan);
    for (int i = 0; i < 7; i++) {
      Desk.RECORDS.failed(order, "KEY_STORE_DOWN");
    }
    JsonPath view = Desk.WITNESS.plan(plan);
    assertThat(view.getString("state")).isEqualTo("EXECUTING");
    assertThat(view.getString("remaining[0].state")).isEqualTo("BEGUN");
    assertThat(view.getString("remaining[0].fault")).isEqualTo("KEY_STORE_DOWN");
    Desk.RECORDS.failed(order, "KEY_STORE_DOWN");
    assertThat(Desk.WITNESS.plan(plan).getString("steps[-1].detail"))
        .isEqualTo("KEY_STORE_DOWN:" + order.get("orderId"));
    Desk.EXECUTOR.start(plan, "2004").then().statusCode(200);
    Map<String, Object> again = Desk.RECORDS.next(plan);
    assertThat(again).isEqualTo(order);
    Desk.RECORDS.done(again);
    Desk.RECORDS.done(again);
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTED");
  }

  @Test
  void mediaAreDestroyedByTheExecutorAndByNobodyElse() {
    String plan = Desk.started(List.of(Desk.medium("WD-77", "PHYSICAL"), Desk.person(lilei)));
    String medium = Desk.WITNESS.plan(plan).getString("remaining.find { it.store == 'media' }.id");
    String path = "/v1/destruction/plans/" + plan + "/media/" + medium;
    Desk.of("operator", "2098").post(path, Map.of()).then().statusCode(403);
    Desk.EXECUTOR.post(path, Map.of()).then().statusCode(200);
    Desk.EXECUTOR
        .post(path, Map.of())
        .then()
        .statusCode(404)
        .body("code", equalTo("DESTRUCTION_NOT_FOUND"));
    Desk.RECORDS.destroyAll(plan);
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTED");
  }

  @Test
  void thirtyDaysAfterTheDueDateTheClockIsBreachedOnce() {
    LocalDate due = LocalDate.now(org.shouxin.platform.time.BusinessTime.ZONE).minusDays(31);
    UUID plan =
        Desk.database()
            .write(
                Desk.DONGHAI,
                handle ->
                    plans.propose(
                        handle,
                        Desk.DONGHAI,
                        Cause.RETENTION_ENDED,
                        List.of(new ScopeItem(lilei, "records", "", "RT-15", null, due)),
                        "audit-service"));
    assertThat(Desk.WITNESS.plan(plan.toString()).getString("clock.breachedAt")).isNull();
    watch.look();
    watch.look();
    assertThat(Desk.WITNESS.plan(plan.toString()).getString("clock.breachedAt")).isNotNull();
    assertThat(Desk.WITNESS.plan(plan.toString()).getString("proposer")).isEqualTo("audit-service");
  }

  @Test
  void onlyTheOwnerOfAStoreFetchesItsOrdersAndOtherControllersSeeNothing() {
    Desk.known(lilei);
    String plan = Desk.started(List.of(Desk.item("consent", lilei, "", "RT-06")));
    assertThat(Desk.RECORDS.next(plan)).isNull();
    Desk.of("operator", "2003")
        .post("/v1/destruction/orders/next", Map.of())
        .then()
        .statusCode(403);
    Desk.CONSENT.destroyAll(plan);
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("EXECUTED");
    new Desk(
            org.shouxin.testing.TestTokens.employee(
                "ctl-xinghe", "compliance-officer", "9001", "HQ"))
        .post("/v1/destruction/plans/" + plan + "/void", Map.of())
        .then()
        .statusCode(404)
        .body("code", equalTo("DESTRUCTION_NOT_FOUND"));
  }
}
