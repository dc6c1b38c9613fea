package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/** A customer with a live policy and an old one asks for erasure (R-RC-10). */
@SystemTest
class ErasureTest {
  private static final String ANSWERS =
      "erasure { kind decision reasonCode untilOn articleZh articleEn textZh textEn }";

  private static final String PORTAL_NAME = "yan.customer";

  private final RunningSystem system;
  private final PlantedPerson person = new PlantedPerson(471);

  ErasureTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void sheIsToldWhatIsDeletedAndWhatIsOnlyStoredUntilWhenAndNobodyReadsItAfterwards()
      throws SQLException {
    String customer = imported();
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    keycloak.addPerson(
        PORTAL_NAME, "customer", Map.of("controller", "ctl-donghai", "customer_id", customer));
    Caller herself = system.callerWith(keycloak.tokenOf(PORTAL_NAME));
    assertThat(read(customer, "P-04").codes()).isEmpty();
    Eventually.passes(() -> assertThat(keptPolicies(customer)).isEqualTo(2));

    Answer filed =
        herself.ask(
            "mutation($input: FileRightsRequestInput!) { fileRightsRequest(input: $input) { id } }",
            Map.of("input", Map.of("customerId", customer, "type", "DELETE")));
    assertThat(filed.codes()).as(filed.body()).isEmpty();
    String request = filed.data("fileRightsRequest").path("id").asText();
    assertThat(own(herself, request).path("erasure")).isEmpty();
    confirmed(request);

    JsonNode answered = own(herself, request);
    assertThat(answered.path("state").asText()).isEqualTo("ANSWERED");
    Map<String, JsonNode> policies =
        answered
            .path("erasure")
            .valueStream()
            .filter(record -> record.path("kind").asText().equals("POLICY"))
            .collect(
                Collectors.toMap(record -> record.path("decision").asText(), record -> record));
    assertThat(policies).containsOnlyKeys("DELETE", "RESTRICT");
    JsonNode stored = Objects.requireNonNull(policies.get("RESTRICT"));
    assertThat(stored.path("untilOn").asText()).isEqualTo("2054-03-05");
    assertThat(stored.path("reasonCode").asText()).isEqualTo("STATUTORY_RETENTION");
    assertThat(stored.path("articleZh").asText()).contains("保险法第87条");
    assertThat(stored.path("textZh").asText()).contains("2054年3月5日", "只存储并保护");
    assertThat(stored.path("textEn").asText()).contains("5 March 2054", "only store and protect");
    JsonNode gone = Objects.requireNonNull(policies.get("DELETE"));
    assertThat(gone.path("reasonCode").asText()).isEqualTo("NO_LONGER_NEEDED");

    for (String purpose : new String[] {"P-04", "P-11"}) {
      Eventually.passes(() ->
          assertThat(read(customer, purpose).codes()).as(purpose).containsExactly("RESTRICTED"));
    }
    assertThat(planned(customer)).isEqualTo(1);
    assertShownInThePortal();
  }

  /** The whole answer, record by record, in her language and without a barrier. */
  private void assertShownInThePortal() {
    try (Screens browser = new Screens(system)) {
      Page page = browser.open("zh-CN", 390);
      browser.signIn(page, PORTAL_NAME);
      browser.go(page, "cases");
      Locator records = page.locator("[data-test='erasure'] li");
      PlaywrightAssertions.assertThat(records.filter(saying("2054年3月5日"))).hasCount(1);
      PlaywrightAssertions.assertThat(page.locator("li[data-decision='DELETE']").first())
          .isVisible();
      assertThat(Screens.barriers(page)).isEmpty();
      assertThat(Screens.overhang(page)).isLessThanOrEqualTo(0);
      Screens.shoot(page, "erasure-answer");
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static Locator.FilterOptions saying(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  /** A live policy, and one that ended more than ten years ago. */
  private String imported() throws SQLException {
    BookFile book =
        new BookFile()
            .good(person)
            .with(
                person,
                Map.of(
                    "投保单号", "TS2009000471",
                    "保单号", "PT200900000471",
                    "起保日期", "2009-03-06",
                    "终止日期", "2012-03-05"));
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    return text(
        "select id::text from customer where controller_id = 'ctl-donghai' order by created_at desc"
            + " limit 1");
  }

  private Answer read(String customer, String purpose) {
    return system
        .caller("wang.manager")
        .ask(
            "query($id: ID!, $purpose: String!) { customer(id: $id, purpose: $purpose) { id name }"
                + " }",
            Map.of("id", customer, "purpose", purpose));
  }

  private long keptPolicies(String customer) {
    return system
        .caller("deng.compliance")
        .ask("query($id: ID!) { retentionOf(customerId: $id) { kind } }", Map.of("id", customer))
        .data("retentionOf")
        .valueStream()
        .filter(kept -> kept.path("kind").asText().equals("POLICY"))
        .count();
  }

  private void confirmed(String request) {
    Caller officer = system.caller("deng.compliance");
    Eventually.passes(() -> {
      Answer waiting = officer.ask("{ erasureRequests { id " + ANSWERS + " } }", Map.of());
      assertThat(
              waiting
                  .data("erasureRequests")
                  .valueStream()
                  .filter(one -> one.path("id").asText().equals(request))
                  .flatMap(one -> one.path("erasure").valueStream()))
          .as(waiting.body())
          .isNotEmpty();
    });
    // Her request itself is told of meanwhile: then the answer is another and is confirmed anew.
    Eventually.passes(() -> {
      Answer confirmed =
          officer.ask(
              "mutation($id: ID!) { confirmErasure(requestId: $id) { id state } }",
              Map.of("id", request));
      assertThat(confirmed.codes()).as(confirmed.body()).isEmpty();
    });
  }

  /** As the portal shows it to her. */
  private static JsonNode own(Caller herself, String request) {
    Answer own = herself.ask("{ ownRequests { id state " + ANSWERS + " } }", Map.of());
    assertThat(own.codes()).as(own.body()).isEmpty();
    return own.data("ownRequests")
        .valueStream()
        .filter(one -> one.path("id").asText().equals(request))
        .findFirst()
        .orElseThrow();
  }

  /** How many records of hers wait in a destruction plan. */
  private int planned(String customer) throws SQLException {
    try (Connection audit = system.installation().administrator(DatabaseName.AUDIT);
        Statement statement = audit.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from destruction_item i join destruction_plan p on p.id ="
                    + " i.plan_id where p.cause = 'ERASURE_REQUEST' and i.subject_ref = '"
                    + customer
                    + "'")) {
      row.next();
      return row.getInt(1);
    }
  }

  private String text(String query) throws SQLException {
    try (Connection records = system.installation().administrator(DatabaseName.RECORDS);
        Statement statement = records.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
