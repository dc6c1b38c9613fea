package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * A client manager reads the own customers and goes on into other people's, three a second, with a
 * real token (R-AU-03): asked to sign in again, blocked, reviewed, let in again.
 */
@SystemTest
class InsiderTest {
  private static final System.Logger LOG = System.getLogger(InsiderTest.class.getName());
  private static final String ACCOUNT = "insider.manager";
  private static final String BRANCH = "杭州分公司";
  private static final Duration PACE = Duration.ofMillis(300);
  private static final int MOST_ASKED = 100;
  private static final int MOST_SIGN_INS = 10;
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id name mobile } }";
  private static final String ALERTS =
      "{ alerts(state: \"OPEN\", first: 50) { edges { node { id actorId interception logIndex raisedAt"
          + " reasons { signal measured en zh } } } } }";
  private static final String LIFT =
      "mutation($id: ID!) { decideAlert(input: {alertId: $id, verdict: LIFT, reason: \"a scripted test\"})"
          + " { state decidedBy } }";

  private final RunningSystem system;
  private final BrokerTables records;
  private final KeycloakAdministrator keycloak;

  InsiderTest(RunningSystem system) {
    this.system = system;
    this.records = new BrokerTables(system, DatabaseName.RECORDS);
    this.keycloak = new KeycloakAdministrator(system);
  }

  @Test
  void aManagerWhoCopiesIsBlockedBeforeTheHundredthRecordUntilTheReviewerLiftsIt() {
    String number = busiestManager();
    keycloak.addPerson(ACCOUNT, "client-manager", number, BRANCH);
    Certificates.imported(system, number);
    List<String> own = customers("= '" + number + "'", 20);
    String adult = BrokerTables.adults(system, own).getFirst();
    List<String> people = new ArrayList<>(own);
    people.addAll(customers("<> '" + number + "'", 80));

    Caller insider = system.callerWith(keycloak.tokenOf(ACCOUNT));
    assertThat(insider.ask(READ, Map.of("id", adult)).data("customer").path("id").asText())
        .isEqualTo(adult);
    int records = 0;
    int signIns = 0;
    Answer answer = insider.ask(READ, Map.of("id", adult));
    for (int asked = 1; asked < MOST_ASKED && !answer.codes().contains("ACCESS_BLOCKED"); asked++) {
      if (answer.codes().contains("STEP_UP_REQUIRED")) {
        insider = system.callerWith(keycloak.tokenOf(ACCOUNT));
        signIns++;
      } else {
        // Among her own are minors, whose records need an approval: asked for all the same.
        assertThat(answer.codes()).as(answer.body()).isSubsetOf("APPROVAL_REQUIRED");
        records++;
      }
      LockSupport.parkNanos(PACE.toNanos());
      answer = insider.ask(READ, Map.of("id", people.get(records)));
    }
    Instant refusedAt = Instant.now();
    assertThat(answer.codes()).as(answer.body()).containsExactly("ACCESS_BLOCKED");
    // A token tells its second only: one of the alert's own second is not newer yet.
    assertThat(signIns).as("sign-ins until she was let in again").isBetween(1, MOST_SIGN_INS);
    assertThat(answer.body()).isEqualTo(insider.ask(READ, Map.of("id", adult)).body());
    assertRecordsServiceRefusesToo(insider, adult);
    assertThat(system.caller("wang.manager").ask(READ, Map.of("id", adult)).codes()).isEmpty();

    Caller reviewer = system.caller("deng.compliance");
    JsonNode alert = openAlert(reviewer, number);
    LOG.log(
        System.Logger.Level.INFO,
        "blocked after {0} records; refused {1} ms after the alert was raised: {2}",
        records,
        Duration.between(Instant.parse(alert.path("raisedAt").asText()), refusedAt).toMillis(),
        alert.path("reasons"));
    assertThat(alert.path("reasons").findValuesAsText("signal")).contains("NOT_OWN");
    assertThat(insider.ask(ALERTS).codes()).containsExactly("ACCESS_BLOCKED");
    assertThat(system.caller("wang.manager").ask(ALERTS).codes()).containsExactly("FORBIDDEN");

    JsonNode lifted =
        reviewer.ask(LIFT, Map.of("id", alert.path("id").asText())).data("decideAlert");
    assertThat(lifted.path("state").asText()).isEqualTo("LIFTED");
    Caller back = insider;
    Eventually.passes(() ->
        assertThat(back.ask(READ, Map.of("id", adult)).data("customer").path("id").asText())
            .isEqualTo(adult));
    Eventually.passes(() ->
        assertThat(typesAbout("employee:" + number)).contains("alert.raised", "alert.lifted"));
  }

  private void assertRecordsServiceRefusesToo(Caller insider, String customer) {
    Eventually.passes(() ->
        assertThat(
                Caller.send(
                        HttpRequest.newBuilder(
                                system.url(Component.RECORDS).resolve("/v1/customers/read"))
                            .header("Authorization", "Bearer " + insider.token())
                            .header("Content-Type", "application/json")
                            .POST(
                                HttpRequest.BodyPublishers.ofString(
                                    "{\"ids\":[\""
                                        + customer
                                        + "\"],\"purpose\":\"P-04\",\"fields\":[]}"))
                            .build())
                    .codes())
            .containsExactly("ACCESS_BLOCKED"));
  }

  private static JsonNode openAlert(Caller reviewer, String number) {
    for (JsonNode edge : reviewer.ask(ALERTS).data("alerts").path("edges")) {
      JsonNode alert = edge.path("node");
      if (alert.path("actorId").asText().equals(number)
          && alert.path("interception").asText().equals("BLOCK")) {
        return alert;
      }
    }
    throw new AssertionError("no open alert about " + number);
  }

  private List<String> typesAbout(String actor) {
    return system.log().verifiedEntries().stream()
        .filter(entry -> entry.path("concerns").asText().equals(actor))
        .map(entry -> entry.path("type").asText())
        .toList();
  }

  private String busiestManager() {
    return records
        .column(
            "select employee_no from assignment where controller_id = 'ctl-donghai' and ended_at is null"
                + " and employee_no <> '1024' group by 1 order by count(*) desc, 1 limit 1")
        .getFirst();
  }

  private List<String> customers(String employee, int most) {
    return records.column(
        "select customer_id::text from assignment where controller_id = 'ctl-donghai' and ended_at is null"
            + " and employee_no "
            + employee
            + " order by 1 limit "
            + most);
  }
}
