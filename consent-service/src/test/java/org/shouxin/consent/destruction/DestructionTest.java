package org.shouxin.consent.destruction;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@ConsentServiceTest
@NullUnmarked
class DestructionTest {
  private static final String DONE = "/v1/destruction/orders/done";
  private static final String FAILED = "/v1/destruction/orders/failed";
  private static final List<String> TABLES =
      List.of("consent_record", "consent_decision", "receipt", "notice_presentation");

  @Inject DestructionProbe probe;
  @Inject Database database;

  private final UUID order = Ids.next();
  private final String customer = Broker.newCustomer();
  private Broker broker;
  private WireMock audit;

  @BeforeEach
  void auditServiceTakesReports() {
    broker = Broker.open();
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(address.getHost(), address.getPort());
    audit.resetScenarios();
    audit.register(
        post("/token")
            .willReturn(
                aResponse()
                    .withHeader("Content-Type", "application/json")
                    .withBody("{\"access_token\":\"own\",\"expires_in\":300}")));
    audit.register(post(DONE).willReturn(aResponse().withStatus(204)));
    audit.register(post(FAILED).willReturn(aResponse().withStatus(204)));
  }

  @Test
  void consentsWithTheirReceiptsAndDecisionsAreGoneAndARepeatedOrderDoesNothing() {
    broker.share(customer);
    String other = Broker.newCustomer();
    broker.share(other);
    assertThat(rows("consent_record", customer)).isEqualTo(1);
    offer("RT-06", "");
    probe.poll();
    assertThat(TABLES).allMatch(table -> rows(table, customer) == 0);
    assertThat(rows("consent_record", other)).isEqualTo(1);
    offer("RT-06", "");
    probe.poll();
    assertThat(rows("tombstone", customer)).isEqualTo(1);
    assertThat(reports(DONE)).hasSize(2);
    assertThat(reports(DONE).getFirst()).isEqualTo(reports(DONE).getLast());
    assertThat(broker.eventsAbout(customer)).filteredOn("record.destroyed"::equals).hasSize(1);
  }

  @Test
  void oneConsentIsDestroyedAndTheOthersStay() {
    String record = broker.share(customer);
    offer("RT-06", record);
    probe.poll();
    assertThat(rows("consent_record", customer)).isZero();
    assertThat(reports(DONE)).hasSize(1);
  }

  @Test
  void aRightsRequestIsDestroyedByItsOwnClassOnly() {
    broker
        .customer(customer)
        .body(Map.of("customerId", customer, "type", "ACCESS"))
        .post("/v1/rights-requests")
        .then()
        .statusCode(201);
    assertThat(rows("rights_request", customer)).isEqualTo(1);
    offer("RT-06", "");
    probe.poll();
    assertThat(rows("rights_request", customer)).isEqualTo(1);
    UUID second = Ids.next();
    offer(second, "RT-09", "");
    probe.poll();
    assertThat(rows("rights_request", customer)).isZero();
  }

  @Test
  void aClassThatIsNotKeptHereIsReportedAsFailed() {
    broker.share(customer);
    offer("RT-11", "");
    probe.poll();
    assertThat(rows("consent_record", customer)).isEqualTo(1);
    assertThat(reports(FAILED).getFirst()).contains("STORE_FAILED");
  }

  private void offer(String retentionClass, String recordRef) {
    offer(order, retentionClass, recordRef);
  }

  private void offer(UUID id, String retentionClass, String recordRef) {
    String body =
        """
        [{"orderId":"%s","controllerId":"%s","planId":"%s","customerId":"%s",
          "recordRef":"%s","retentionClass":"%s","method":"DELETE_ROWS"}]\
        """
            .formatted(id, broker.controller(), id, customer, recordRef, retentionClass);
    audit.resetScenarios();
    audit.register(
        post("/v1/destruction/orders/next")
            .inScenario("orders")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("taken")
            .willReturn(aResponse().withHeader("Content-Type", "application/json").withBody(body)));
    audit.register(
        post("/v1/destruction/orders/next")
            .inScenario("orders")
            .whenScenarioStateIs("taken")
            .willReturn(aResponse().withHeader("Content-Type", "application/json").withBody("[]")));
  }

  private int rows(String table, String person) {
    return database.read(
        new ControllerId(broker.controller()),
        handle ->
            handle
                .createQuery("select count(*) from " + table + " where customer_id = ?")
                .bind(0, UUID.fromString(person))
                .mapTo(Integer.class)
                .one());
  }

  private List<String> reports(String path) {
    return audit.find(postRequestedFor(urlEqualTo(path))).stream()
        .map(request -> request.getBodyAsString())
        .filter(body -> body.contains(order.toString()))
        .toList();
  }
}
