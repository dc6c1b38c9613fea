package org.shouxin.records.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.block.Block;
import org.shouxin.platform.block.BlockKeeper;
import org.shouxin.platform.block.Blocks;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.testing.TestTokens;

/** Who is blocked gets nothing, and a partner does not even learn that it is (R-AU-03, R-AC-07). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class BarredTest {
  private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

  @Inject Book book;
  @Inject Blocks blocks;
  @Inject KeptBlocks kept;

  private final String employee = "bar-" + Ids.random().toString().substring(0, 8);
  private CustomerId id;

  @BeforeEach
  void oneCustomer() {
    new ConsentService().permits("name");
    id = book.admit(Book.person("\u97e9\u6885\u6885"));
  }

  @AfterEach
  void everybodyIsIn() {
    blocks.put(1, List.of());
  }

  @Test
  void aBlockedEmployeeIsRefusedEverywhereWithAnEventAndOthersAreNot() {
    Caller manager = Caller.manager(employee);
    manager.read(List.of(id), "name").then().statusCode(200);
    block("employee", employee, "BLOCK");

    manager
        .read(List.of(id), "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("ACCESS_BLOCKED"));
    manager
        .post("/v1/corrections", Map.of())
        .then()
        .statusCode(403)
        .body("code", equalTo("ACCESS_BLOCKED"));
    manager.post("/v1/refusals", "").then().statusCode(403).body("code", equalTo("ACCESS_BLOCKED"));
    Caller.manager(employee + "x").read(List.of(id), "name").then().body("customers", hasSize(1));
    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains("\"ACCESS_BLOCKED\"") && body.contains(employee))
        .hasSize(3);
  }

  @Test
  void aSignInAfterTheScoreRoseFulfilsStepUpAndAnEarlierOneDoesNot() {
    block("employee", employee, "STEP_UP");
    signedIn(NOON.minusSeconds(1))
        .read(List.of(id), "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("STEP_UP_REQUIRED"));
    signedIn(NOON.plusSeconds(1)).read(List.of(id), "name").then().body("customers", hasSize(1));
  }

  @Test
  void aTokenThatDoesNotSayWhenSheSignedInFulfilsStepUpWhenItIsNewerThanTheAlert() {
    Instant issued = Instant.now();
    Caller manager = Caller.manager(employee);
    blocks.put(2, List.of(line(employee, issued.plusSeconds(60))));
    manager
        .read(List.of(id), "name")
        .then()
        .statusCode(403)
        .body("code", equalTo("STEP_UP_REQUIRED"));
    blocks.put(3, List.of(line(employee, issued.minusSeconds(60))));
    manager.read(List.of(id), "name").then().body("customers", hasSize(1));
  }

  @Test
  void aBlockedPartnersAnswerIsTheOneForPeopleWhoDidNotConsent() {
    Caller.partner().read(List.of(id), "name").then().body("customers", hasSize(1));
    block("partner", "partner-haiyun", "LOCK");
    String blocked =
        Caller.partner().read(List.of(id), "name").then().statusCode(200).extract().asString();

    blocks.put(1, List.of());
    new ConsentService().refuses("NO_CONSENT");
    assertThat(blocked).isEqualTo(Caller.partner().read(List.of(id), "name").asString());
    assertThat(book.events(id))
        .containsExactly(
            "customer.created",
            "policy.decision.permit",
            "data.provided",
            "policy.decision.deny",
            "policy.decision.deny");
  }

  @Test
  void theListOutlivesARestart() {
    List<Block> list = List.of(line("employee", employee, "LOCK"));
    kept.keep(new BlockKeeper.Kept(7, list));
    assertThat(kept.find()).contains(new BlockKeeper.Kept(7, list));
    kept.keep(new BlockKeeper.Kept(8, List.of()));
    assertThat(kept.find()).contains(new BlockKeeper.Kept(8, List.of()));
  }

  @Test
  void searchesTellTheMonitorWhatIsAlikeAndNeverWhat() {
    new ConsentService().permits("name");
    Caller manager = Caller.manager(employee);
    manager.search(Map.of("name", "\u97e9\u6885", "policyNumber", "PA2099000101"), "name");
    manager.search(Map.of("name", "\u97e9\u96ea", "policyNumber", "PA2099000177"), "name");
    manager.search(Map.of("name", "\u738b\u96ea", "policyNumber", "PA2099555501"), "name");
    List<String> lookups =
        book.eventBodies().stream()
            .filter(body -> body.contains(employee))
            .map(body -> body.substring(body.indexOf("\"lookup\"")))
            .toList();
    assertThat(lookups).hasSize(3);
    assertThat(lookups.get(0))
        .matches(
            "\"lookup\":\\{\"kind\":\"factors\",\"factors\":\\[\"name\",\"policyNumber\"],"
                + "\"surname\":\"s[0-9a-f]{2}\",\"numbers\":\"n[0-9a-f]{4}\",\"own\":false\\}\\}");
    assertThat(lookups.get(1)).isEqualTo(lookups.get(0));
    assertThat(lookups.get(2)).isNotEqualTo(lookups.get(0));
  }

  private void block(String kind, String actor, String interception) {
    blocks.put(2, List.of(line(kind, actor, interception)));
  }

  private static Block line(String kind, String actor, String interception) {
    return new Block(new Block.Subject("ctl-donghai", kind, actor), interception, NOON, null);
  }

  private static Block line(String actor, Instant since) {
    return new Block(new Block.Subject("ctl-donghai", "employee", actor), "STEP_UP", since, null);
  }

  private Caller signedIn(Instant at) {
    return new Caller(
        TestTokens.custom(List.of("client-manager"), "shouxin-cli")
            .with("controller", "ctl-donghai")
            .with("employee_no", employee)
            .with("auth_time", at.getEpochSecond())
            .sign());
  }
}
