package org.shouxin.consent.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;

@QuarkusTest
@ConsentServiceTest
class ExplanationTest {
  private final String liLei = Broker.newCustomer();
  private final String hanMei = Broker.newCustomer();

  @Test
  void aDecisionIsExplainedWithItsFactsAndTheRulesInOrder() throws InterruptedException {
    Broker broker = Broker.open();
    broker.share(liLei);
    String decision = decision(broker);

    why(broker::officer, decision)
        .then()
        .statusCode(200)
        .body("actorId", equalTo(Broker.HAIYUN))
        .body("recipientStanding", equalTo("ACTIVE"))
        .body("people[0].consent.state", equalTo("GIVEN"))
        .body(
            "people[0].rules.rule",
            contains(
                "PERM-00-CALLER",
                "PERM-01-ROLE",
                "PERM-02-SELF",
                "PERM-03-RECIPIENT",
                "PERM-04-AGREEMENT",
                "PERM-05-RESTRICTION",
                "PERM-06-ASSIGNMENT",
                "PERM-07-MINOR",
                "PERM-08-CONSENT"))
        .body("people[0].rules[8].opinion", equalTo("CONSENT_IN_FORCE"))
        .body("people[1].answer.reasonCode", equalTo("NO_CONSENT"));
  }

  @Test
  void aCustomerSeesWhatIsAboutHerAndOthersNothing() throws InterruptedException {
    Broker broker = Broker.open();
    String decision = decision(broker);

    Response hers = why(() -> broker.customer(liLei), decision);
    assertThat(hers.<List<String>>path("people.facts.id")).containsExactly(liLei);
    broker
        .customer(Broker.newCustomer())
        .get("/v1/permission/decisions/" + decision)
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
    Broker.open().officer().get("/v1/permission/decisions/" + decision).then().statusCode(404);
  }

  private String decision(Broker broker) {
    return Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", List.of("name"), liLei, hanMei)
        .path("id");
  }

  /** Explanations are written beside the decision: waits until this one is there. */
  private static Response why(Supplier<RequestSpecification> reader, String decision)
      throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      Response answer = reader.get().get("/v1/permission/decisions/" + decision);
      if (answer.statusCode() == 200) {
        return answer;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("no explanation within 5 s");
  }
}
