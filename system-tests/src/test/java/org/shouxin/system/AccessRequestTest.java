package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/** R-AC-02 through the gateway: approval by somebody else, its end, minors, break-glass. */
@SystemTest
class AccessRequestTest {
  private static final String BRANCH = "杭州分公司";
  private static final String ASK =
      "mutation($input: RequestAccessInput!) { requestAccess(input: $input) { id state } }";
  private static final String BREAK =
      "mutation($input: RequestAccessInput!) { breakGlass(input: $input) { id state reviewDueAt } }";
  private static final String APPROVE =
      "mutation($id: ID!) { approveAccess(accessRequestId: $id) { state } }";
  private static final String REVIEW =
      "mutation($id: ID!) { reviewBreakGlass(accessRequestId: $id, justified: true) { reviewOutcome } }";
  private static final String APPROVED =
      "query($id: ID!) { approvedCustomers(accessRequestId: $id) { id mobile } }";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id mobile } }";

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final BrokerTables records;
  private final Caller wang;
  private final Caller sun;
  private final Caller deng;

  AccessRequestTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.records = new BrokerTables(system, DatabaseName.RECORDS);
    this.wang = system.caller("wang.manager");
    this.sun = system.caller("sun.supervisor");
    this.deng = system.caller("deng.compliance");
  }

  @Test
  void somebodyElsesCustomerIsReadAfterAnApprovalAndNoLongerAfterItsEnd() {
    String other = customerOf("<> '1024'");
    assertThat(read(wang, other).data("customer").isNull()).isTrue();
    String request = ask(wang, ASK, other);
    assertThat(wang.ask(APPROVED, Map.of("id", request)).codes())
        .containsExactly("APPROVAL_REQUIRED");
    assertThat(approve(sun, request).data("approveAccess").path("state").asText())
        .isEqualTo("GRANTED");

    JsonNode shown = wang.ask(APPROVED, Map.of("id", request)).data("approvedCustomers");
    assertThat(shown.findValuesAsText("id")).containsExactly(other);
    assertThat(shown.path(0).path("mobile").asText()).contains("****");
    assertThat(deng.ask(APPROVED, Map.of("id", request)).codes())
        .containsExactly("GRANT_NOT_FOUND");

    over(request);
    assertThat(wang.ask(APPROVED, Map.of("id", request)).codes()).containsExactly("GRANT_EXPIRED");
    assertDenied("1024", "GRANT_EXPIRED", request);
  }

  @Test
  void nobodyApprovesHerOwnRequestWhateverHeaderShePutsBesideHerToken() {
    String request = ask(deng, ASK, customerOf("= '1024'"));
    for (String header : List.of("X-Employee-No", "X-User", "X-Remote-User", "X-Shouxin-Actor")) {
      assertThat(approve(deng.sending(header, "1000"), request).codes())
          .as(header)
          .containsExactly("SELF_APPROVAL");
      assertThat(approve(wang.sending(header, "1001"), request).codes())
          .as(header)
          .containsExactly("FORBIDDEN");
    }
    assertDenied("1001", "SELF_APPROVAL", request);
    assertDenied("1024", "FORBIDDEN", "POST:/v1/access-requests/:id/approval");
  }

  @Test
  void ofTwoWhoApproveAtOnceOneDecidesAndTheOtherIsToldSo() throws Exception {
    String request = ask(wang, ASK, customerOf("<> '1024'"));
    List<Callable<List<String>>> race =
        List.of(() -> approve(sun, request).codes(), () -> approve(deng, request).codes());
    List<String> codes = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<List<String>> outcome : threads.invokeAll(race)) {
        codes.addAll(outcome.get());
      }
    }
    assertThat(codes).containsExactly("GRANT_STATE_CONFLICT");
    Eventually.passes(() ->
        assertThat(eventsOf(request))
            .contains("access.requested", "access.approved", "access.denied")
            .containsOnlyOnce("access.approved"));
  }

  @Test
  void aMinorIsReadWithAnApprovalOnlyAlsoByWhoLooksAfterHer() {
    String children =
        String.join(
            "','",
            new BrokerTables(system, DatabaseName.CONSENT)
                .column(
                    "select customer_id::text from childhood where controller_id = 'ctl-donghai'"));
    List<String> minor =
        records.row(
            "select customer_id::text, employee_no from assignment where ended_at is null"
                + " and controller_id = 'ctl-donghai' and employee_no <> '1024'"
                + " and customer_id::text in ('"
                + children
                + "') order by 1 limit 1",
            2);
    keycloak.addPerson("minors.manager", "client-manager", minor.get(1), BRANCH);
    Certificates.imported(system, minor.get(1));
    Caller manager = system.callerWith(keycloak.tokenOf("minors.manager"));
    assertThat(read(manager, minor.getFirst()).codes()).containsExactly("APPROVAL_REQUIRED");

    String request = ask(manager, ASK, minor.getFirst());
    assertThat(approve(deng, request).codes()).isEmpty();
    assertThat(
            manager
                .ask(APPROVED, Map.of("id", request))
                .data("approvedCustomers")
                .findValuesAsText("id"))
        .containsExactly(minor.getFirst());
    assertThat(read(manager, minor.getFirst()).codes()).containsExactly("APPROVAL_REQUIRED");
  }

  @Test
  void breakGlassOpensAtOnceAlarmsAndLocksOutUntilItIsReviewed() {
    keycloak.addPerson("urgent.manager", "client-manager", "1911", BRANCH);
    Certificates.imported(system, "1911");
    Caller manager = system.callerWith(keycloak.tokenOf("urgent.manager"));
    String other = customerOf("<> '1911'");
    String opened = ask(manager, BREAK, other);
    assertThat(
            manager
                .ask(APPROVED, Map.of("id", opened))
                .data("approvedCustomers")
                .findValuesAsText("id"))
        .containsExactly(other);
    for (Caller alarmed : List.of(sun, deng)) {
      assertThat(
              alarmed
                  .ask("{ accessRequestQueue { id kind requestedBy } }")
                  .data("accessRequestQueue")
                  .findValuesAsText("id"))
          .contains(opened);
    }
    Eventually.passes(() ->
        assertThat(
                deng.ask(
                        "{ alerts(state: \"OPEN\", first: 50) { edges { node { actorId reasons {"
                            + " signal } } } } }")
                    .body())
            .contains("\"actorId\":\"1911\",\"reasons\":[{\"signal\":\"BREAK_GLASS\"}"));

    records.change(
        "update access_request set review_due_at = now() - interval '1 minute' where id = '"
            + opened
            + "'");
    Eventually.passes(
        () -> assertThat(read(manager, other).codes()).containsExactly("ACCESS_BLOCKED"));
    assertThat(
            sun.ask(REVIEW, Map.of("id", opened))
                .data("reviewBreakGlass")
                .path("reviewOutcome")
                .asText())
        .isEqualTo("JUSTIFIED");
    Eventually.passes(() -> assertThat(read(manager, other).codes()).isEmpty());
  }

  private Answer read(Caller caller, String customer) {
    return caller.ask(READ, Map.of("id", customer));
  }

  private static Answer approve(Caller caller, String request) {
    return caller.ask(APPROVE, Map.of("id", request));
  }

  private static String ask(Caller caller, String mutation, String customer) {
    Answer answer =
        caller.ask(
            mutation,
            Map.of(
                "input",
                Map.of(
                    "customerIds",
                    List.of(customer),
                    "fields",
                    List.of("name", "mobile"),
                    "purpose",
                    "P-04",
                    "reason",
                    "a colleague is ill and the customer calls",
                    "minutes",
                    5)));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.json().path("data").findPath("id").asText();
  }

  /** Lets the time of an open access pass. */
  private void over(String request) {
    assertThat(
            records.change(
                "update access_request set open_until = now() - interval '1 second' where id = '"
                    + request
                    + "'"))
        .isEqualTo(1);
  }

  private String customerOf(String employee) {
    return BrokerTables.adults(
            system,
            records.column(
                "select s.customer_id::text from assignment s where s.controller_id ="
                    + " 'ctl-donghai' and s.ended_at is null and s.employee_no "
                    + employee
                    + " and not exists (select 1 from assignment o where o.customer_id ="
                    + " s.customer_id and o.ended_at is null and not o.employee_no "
                    + employee
                    + ") and not exists (select 1 from customer_statement t where t.customer_id ="
                    + " s.customer_id and t.mobile is null) order by 1"))
        .getFirst();
  }

  private void assertDenied(String actor, String reason, String resource) {
    Eventually.passes(() ->
        assertThat(system.log().verifiedEntries())
            .anySatisfy(entry -> {
              assertThat(entry.path("type").asText()).isEqualTo("access.denied");
              assertThat(entry.path("reason").asText()).isEqualTo(reason);
              assertThat(entry.path("actor").path("id").asText()).isEqualTo(actor);
              assertThat(entry.path("resource").path("id").asText()).isEqualTo(resource);
            }));
  }

  private List<String> eventsOf(String request) {
    return system.log().verifiedEntries().stream()
        .filter(entry -> entry.path("resource").path("id").asText().equals(request))
        .map(entry -> entry.path("type").asText())
        .toList();
  }
}
