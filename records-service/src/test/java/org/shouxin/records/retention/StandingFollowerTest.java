package org.shouxin.records.retention;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.github.tomakehurst.wiremock.client.WireMock;
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
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** What audit-service restricted is only stored, whoever asks (R-RC-10). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class StandingFollowerTest {
  @Inject Book book;
  @Inject Database database;
  @Inject StandingFollower follower;

  private final PersonFacts hanMei = Book.person("韩梅梅");
  private final Caller manager = Caller.manager("1024");
  private WireMock neighbour;
  private CustomerId id;

  @BeforeEach
  void herFile() {
    ConsentService consent = new ConsentService();
    consent.permitsUnrestricted("name", "policies");
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    neighbour = new WireMock(address.getHost(), address.getPort());
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @Test
  void anEmployeeWhoLooksAfterHerIsToldRestrictedAndForOthersSheIsUnknown() {
    standing(true, List.of());

    manager.read(List.of(id), "name").then().statusCode(423).body("code", equalTo("RESTRICTED"));
    manager.search(Map.of("name", "韩梅梅", "mobile", hanMei.mobile()), "name").then().statusCode(423);
    Caller.manager("1038")
        .read(List.of(id), "name")
        .then()
        .statusCode(200)
        .body("customers", empty());
    Caller.partner().read(List.of(id), "name").then().statusCode(200).body("customers", empty());
    manager
        .list(50, null, "name")
        .then()
        .statusCode(200)
        .body("customers.id", not(hasItem(id.toString())));
    assertThat(book.events(id))
        .containsSubsequence("customer.created", "access.denied", "access.denied");
  }

  @Test
  void unmaskingAndCorrectingAreRefusedToo() {
    standing(true, List.of());

    manager
        .post(
            "/v1/unmask-grants",
            Map.of(
                "customerId",
                id.toString(),
                "field",
                "mobile",
                "purpose",
                "P-04",
                "reason",
                "she asked me to call her back"))
        .then()
        .statusCode(423)
        .body("code", equalTo("RESTRICTED"));
  }

  @Test
  void aRestrictedPolicyIsLeftOutForEmployeesAndStaysForThePersonHerself() {
    UUID policy =
        database.read(
            Book.DONGHAI,
            handle ->
                handle
                    .createQuery("select policy_id from policy_role where customer_id = ?")
                    .bind(0, id)
                    .mapTo(UUID.class)
                    .one());
    manager.read(List.of(id), "policies").then().body("customers[0].policies", hasSize(1));
    standing(false, List.of(policy.toString()));

    manager.read(List.of(id), "policies").then().body("customers[0].policies", empty());
    Caller.customer(id)
        .read(List.of(id), "policies")
        .then()
        .body("customers[0].policies", hasSize(1));
  }

  @Test
  void aRestrictionThatEndsLetsReadsThroughAgainAndNoneIsForgottenWhileAuditServiceIsAway() {
    standing(true, List.of());
    neighbour.register(
        get(urlMatching("/v1/retention/standings.*")).willReturn(aResponse().withStatus(503)));
    follower.follow();
    manager.read(List.of(id), "name").then().statusCode(423);

    standing(false, List.of());

    manager.read(List.of(id), "name").then().statusCode(200).body("customers", hasSize(1));
  }

  /** audit-service says this about her from now on. */
  private void standing(boolean restricted, List<String> records) {
    long known =
        database.systemRead(handle ->
            handle.createQuery("select sequence from standing_cursor").mapTo(Long.class).one());
    String quoted = records.stream().map(one -> "\"" + one + "\"").toList().toString();
    neighbour.register(
        get(urlMatching("/v1/retention/standings.*"))
            .willReturn(
                okJson(
                    """
                    [{"sequence":%d,"controllerId":"ctl-donghai","subjectRef":"%s","restricted":%s,
                      "restrictedRecords":%s,"held":false}]\
                    """
                        .formatted(known + 1, id, restricted, quoted))));
    follower.follow();
  }
}
