package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The staff console in a real browser (issue 7.7): every queue, both languages, both sizes. */
@SystemTest
class ConsoleTest {
  private static final List<String> OFFICERS =
      List.of(
          "",
          "approvals",
          "cases",
          "campaigns",
          "alerts",
          "traces",
          "incidents",
          "destruction",
          "people",
          "log",
          "training");

  private final RunningSystem system;
  private final Screens screens;

  ConsoleTest(RunningSystem system) {
    this.system = system;
    this.screens = new Screens(system);
  }

  @AfterEach
  void closeBrowser() {
    screens.close();
  }

  @Test
  void everyQueueFitsPhoneAndDesktopInBothLanguagesWithoutABarrier() {
    leaveWork();
    List<String> barriers = new ArrayList<>();
    for (String language : List.of("zh-CN", "en")) {
      for (int width : List.of(390, 1280)) {
        Page page = screens.open(language, width);
        screens.signIn(page, "deng.compliance");
        String suffix = "-" + language + (width < 600 ? "-phone" : "-desktop");
        for (String name : OFFICERS) {
          screens.go(page, name);
          String shown = "console-" + (name.isEmpty() ? "dashboard" : name) + suffix;
          assertThat(page.locator("[data-test='failure']")).hasCount(0);
          assertThat(Screens.overhang(page)).as(shown).isLessThanOrEqualTo(0);
          Screens.barriers(page).forEach(found -> barriers.add(shown + " " + found));
          Screens.shoot(page, shown);
          assertThat(page.url()).as("no value in an address").endsWith("/#/" + name);
          assertThat(page.title()).as("no value in a title").doesNotContainPattern("\\d|李|韩");
        }
        page.context().close();
      }
    }
    assertThat(barriers).isEmpty();
    assertThat(screens.complaints()).isEmpty();
    assertThat(screens.strangers()).isEmpty();
  }

  @Test
  void theLogIsCheckedInTheBrowser() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "ai.auditor");
    screens.go(page, "log");
    assertThat(page.locator("[data-test='log-signature']")).hasAttribute("data-state", "valid");
  }

  @Test
  void aSupervisorApprovesWithTheKeyboardAndASecondPressDoesNothing() {
    String id = requestAccess();
    Page page = screens.open("en", 1280);
    screens.signIn(page, "sun.supervisor");
    screens.go(page, "approvals");
    Locator item = page.locator("[data-request='" + id + "']");
    item.locator("[data-test='act']").first().focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    page.keyboard().press("Enter");
    Eventually.passes(() -> assertThat(stateOf(id)).isEqualTo("GRANTED"));
  }

  /** R-CP-01: whoever names the handler does it here, and nothing typed wrongly leaves the page. */
  @Test
  void aComplaintIsGivenToItsHandlerInTheConsole() {
    String id = fileComplaint();
    Page page = screens.open("en", 1280);
    screens.signIn(page, "fang.compliance");
    screens.go(page, "cases");
    Locator act = page.locator("[data-case='" + id + "'] written-act").first();
    act.locator("summary").click();
    act.locator("#handler").fill("no such number!");
    act.locator("[data-test='write']").click();
    assertThat(act.locator("#handler-wrong")).containsText("letters, digits");
    assertThat(Screens.barriers(page)).isEmpty();
    act.locator("#handler").fill("1001");
    act.locator("[data-test='write']").click();
    Eventually.passes(() ->
        assertThat(
                system
                    .caller("deng.compliance")
                    .ask(
                        "query($id: ID!) { complaintCase(complaintId: $id) { handler } }",
                        Map.of("id", id))
                    .data("complaintCase")
                    .path("handler")
                    .asText())
            .isEqualTo("1001"));
  }

  /** R-RC-08: what an operator wants of a backup waits in the queue of another person. */
  @Test
  void whatAnOperatorWantsOfBackupsIsApprovedAndRejectedInTheConsole() {
    String early = requestBackup("DELETE", "console-keys");
    String back = requestBackup("RESTORE", "console-keys-2");
    Page own = screens.open("en", 1280);
    screens.signIn(own, "ops.operator");
    screens.go(own, "approvals");
    assertThat(own.locator("[data-test='backup-item'][data-request='" + early + "']"))
        .containsText("Delete a backup early");
    own.context().close();
    Page page = screens.open("zh-CN", 390);
    screens.signIn(page, "deng.compliance");
    screens.go(page, "approvals");
    Locator deletion = page.locator("[data-test='backup-item'][data-request='" + early + "']");
    assertThat(deletion).containsText("console-keys");
    assertThat(Screens.barriers(page)).isEmpty();
    assertThat(Screens.overhang(page)).isLessThanOrEqualTo(0);
    deletion.locator("[data-test='act']").last().click();
    deletion.locator("[data-test='sure']").click();
    assertThat(deletion).hasCount(0);
    Locator restore = page.locator("[data-test='backup-item'][data-request='" + back + "']");
    restore.locator("[data-test='act']").first().click();
    restore.locator("[data-test='sure']").click();
    assertThat(restore).hasCount(0);
    assertThat(backupState(early)).isEqualTo("REJECTED");
    assertThat(backupState(back)).isEqualTo("APPROVED");
    assertThat(screens.complaints()).isEmpty();
  }

  private String requestBackup(String act, String keys) {
    return system
        .caller("ops.operator")
        .ask(
            "mutation($act: String!, $keys: String!) { requestBackupAccess(input: {act: $act,"
                + " keysBackup: $keys, reason: \"a rehearsal of two people\"}) { id } }",
            Map.of("act", act, "keys", keys))
        .data("requestBackupAccess")
        .path("id")
        .asText();
  }

  private String backupState(String access) {
    for (var one :
        system
            .caller("deng.compliance")
            .ask("{ backupAccesses { id state } }")
            .data("backupAccesses")) {
      if (one.path("id").asText().equals(access)) {
        return one.path("state").asText();
      }
    }
    return "none";
  }

  private String fileComplaint() {
    DemoCustomer lilei = system.customer("li.lei");
    return lilei
        .caller()
        .ask(
            "mutation($id: ID!) { fileComplaint(input: {customerId: $id, subject: \"a\", detail:"
                + " \"b\"}) { id } }",
            Map.of("id", lilei.id()))
        .data("fileComplaint")
        .path("id")
        .asText();
  }

  @Test
  void eachRoleSeesItsOwnQueuesOnly() {
    Page manager = screens.open("en", 1280);
    screens.signIn(manager, "wang.manager");
    screens.go(manager, "");
    assertThat(manager.locator("nav [data-test^='nav-']")).hasCount(5);
    assertThat(manager.locator("[data-test='nav-alerts']")).hasCount(0);
    screens.go(manager, "alerts");
    assertThat(manager.locator("dashboard-page")).isVisible();
  }

  private String requestAccess() {
    return system
        .caller("wang.manager")
        .ask(
            "mutation($ids: [ID!]!) { requestAccess(input: {customerIds: $ids, fields: [\"name\"],"
                + " purpose: \"P-04\", reason: \"a colleague is ill\", minutes: 60}) { id } }",
            Map.of("ids", List.of(system.customer("han.mei").id())))
        .data("requestAccess")
        .path("id")
        .asText();
  }

  private String stateOf(String request) {
    for (var one :
        system
            .caller("wang.manager")
            .ask("{ accessRequests { id state } }")
            .data("accessRequests")) {
      if (one.path("id").asText().equals(request)) {
        return one.path("state").asText();
      }
    }
    return "none";
  }

  /** Something in the queues, so that the pages show what they are for. */
  private void leaveWork() {
    requestAccess();
    DemoCustomer lilei = system.customer("li.lei");
    lilei
        .caller()
        .ask(
            "mutation($id: ID!) { fileComplaint(input: {customerId: $id, subject: \"a\", detail:"
                + " \"b\"}) { id } fileRightsRequest(input: {customerId: $id, type: \"COPY\"}) { id"
                + " } }",
            Map.of("id", lilei.id()));
    lilei
        .caller()
        .ask(
            "mutation($input: FileLeakReportInput!) { fileLeakReport(input: $input) { id } }",
            Map.of(
                "input",
                Map.of(
                    "customerId", lilei.id(),
                    "contactedAt", Instant.now().minusSeconds(60).toString(),
                    "knownFields", List.of("mobile", "name"),
                    "detail", "a caller knew it")));
    system
        .caller("fang.compliance")
        .ask(
            "mutation($id: ID!) { proposeCorrection(input: {customerId: $id, field: \"name\","
                + " value: \"李磊磊\", evidence: \"identity card seen\"}) { id } }",
            Map.of("id", lilei.id()));
    Caller deng = system.caller("deng.compliance");
    String report =
        deng.ask("{ leakReports { id } }").data("leakReports").path(0).path("id").asText();
    deng.ask(
        "mutation($input: OpenIncidentInput!) { openIncident(input: $input) { id } }",
        Map.of(
            "input",
            Map.of(
                "sourceKind",
                "LEAK_REPORT",
                "sourceReference",
                report,
                "knownAt",
                Instant.now().toString(),
                "drill",
                true)));
    deng.ask(
        "mutation($reference: String!, $digest: String!) { openCampaign(input: {insurer:"
            + " \"平和人寿保险有限公司\", reference: $reference, sha256: $digest, receivedOn: \"2026-11-01\","
            + " dueOn: \"2027-12-01\", consequence: \"缓发手续费\", policies: []}) { id } }",
        Map.of(
            "reference",
            "平和函2026-" + Instant.now().getEpochSecond(),
            "digest",
            "0".repeat(63) + "2"));
    system
        .caller("fang.compliance")
        .ask(
            "mutation($customer: ID!) { placeLegalHold(input: {kind: \"PERSON\", customerId:"
                + " $customer, reason: \"court case 2026-118\"}) { id } }",
            Map.of("customer", lilei.id()));
  }
}
