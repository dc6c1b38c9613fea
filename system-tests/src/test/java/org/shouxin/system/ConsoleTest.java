package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The staff console in a real browser (issue 7.7): every queue, both languages, both sizes. */
@SystemTest
class ConsoleTest {
  static final List<String> OFFICERS =
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

  /** What a machine writes: {@code CASE_OPEN}, {@code K-09}. */
  private static final Pattern CODE = Pattern.compile("\\b([A-Z]{2,}_[A-Z_]+|K-\\d\\d)\\b");

  private final RunningSystem system;
  private final Screens screens;
  private final ConsoleWork work;

  ConsoleTest(RunningSystem system) {
    this.system = system;
    this.screens = new Screens(system);
    this.work = new ConsoleWork(system);
  }

  @AfterEach
  void closeBrowser() {
    screens.close();
  }

  @Test
  void everyQueueFitsPhoneAndDesktopInBothLanguagesWithoutABarrier() {
    work.leaveWork();
    List<String> barriers = new ArrayList<>();
    for (String language : List.of("zh-CN", "en")) {
      for (int width : List.of(390, 1280)) {
        boolean dark = language.equals("en") == width < 600;
        Page page = dark ? screens.openInTheDark(language, width) : screens.open(language, width);
        screens.signIn(page, "deng.compliance");
        String suffix =
            "-" + language + (width < 600 ? "-phone" : "-desktop") + (dark ? "-dark" : "");
        for (String name : OFFICERS) {
          screens.go(page, name);
          String shown = "console-" + (name.isEmpty() ? "dashboard" : name) + suffix;
          assertThat(page.locator("[data-test='failure']")).hasCount(0);
          assertThat(Screens.overhang(page)).as(shown).isLessThanOrEqualTo(0);
          Screens.barriers(page).forEach(found -> barriers.add(shown + " " + found));
          Screens.shoot(page, shown);
          assertThat(page.locator("main").innerText())
              .as("words, not codes: " + shown)
              .doesNotContainPattern(CODE);
          assertThat(page.url()).as("no value in an address").endsWith("/#/" + name);
          assertThat(page.title()).as("no value in a title").doesNotContainPattern("\\d|李|韩");
        }
        page.context().close();
      }
    }
    nothingIsCutOffWhereTextIsTwiceAsLarge();
    assertThat(barriers).isEmpty();
    assertThat(screens.complaints()).isEmpty();
    assertThat(screens.strangers()).isEmpty();
  }

  private void nothingIsCutOffWhereTextIsTwiceAsLarge() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "deng.compliance");
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
    for (String name : OFFICERS) {
      screens.go(page, name);
      assertThat(Screens.overhang(page)).as(name).isLessThanOrEqualTo(0);
      Screens.shoot(page, "console-large-" + (name.isEmpty() ? "dashboard" : name));
    }
    page.context().close();
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
    String id = work.requestAccess();
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
    String id = work.fileComplaint();
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
    String early = work.requestBackup("DELETE", "console-keys");
    String back = work.requestBackup("RESTORE", "console-keys-2");
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

  /**
   * R-CP-02, K-05: recorded at the counter, without a barrier; the person reads it in the portal.
   */
  @Test
  void aClientManagerRecordsARequestAtTheCounterAndThenTheIdentityCheck() {
    Page page = screens.open("zh-CN", 390);
    screens.signIn(page, "wang.manager");
    screens.go(page, "counter");
    Locator form = page.locator("[data-test='record-request']");
    form.locator("summary").click();
    form.locator("#name").fill("李雷");
    form.locator("#factor").selectOption("mobile");
    form.locator("#number").fill("19912340071");
    form.locator("#type").selectOption("EXPLAIN");
    form.locator("#channel").selectOption("PHONE");
    form.locator("#text").fill("想知道怎么使用我的信息");
    noBarrier(page, "counter-form");
    form.locator("[data-test='write']").click();
    Locator item = page.locator("[data-test='recorded-item']").first();
    assertThat(item).containsText("待核验身份");
    item.locator("summary").click();
    item.locator("#proof").selectOption("TWO_FACTORS_ON_CALL_BACK");
    item.locator("#reference").fill("CALL-2026-0118");
    noBarrier(page, "counter-check");
    String id = item.getAttribute("data-case");
    item.locator("[data-test='write']").click();
    Locator checked = page.locator("[data-case='" + id + "']");
    assertThat(checked).containsText("处理中");
    Page hers = screens.open("en", 1280);
    screens.signIn(hers, "li.lei");
    screens.go(hers, "cases");
    assertThat(hers.locator("[data-test='recorded']").first())
        .containsText("Recorded by staff on the phone");
    noBarrier(hers, "portal-recorded");
    assertThat(screens.complaints()).isEmpty();
  }

  private static void noBarrier(Page page, String name) {
    assertThat(Screens.barriers(page)).as(name).isEmpty();
    assertThat(Screens.overhang(page)).as(name).isLessThanOrEqualTo(0);
    Screens.shoot(page, "console-" + name);
  }

  @Test
  void eachRoleSeesItsOwnQueuesOnly() {
    Page manager = screens.open("en", 1280);
    screens.signIn(manager, "wang.manager");
    screens.go(manager, "");
    assertThat(manager.locator("nav [data-test^='nav-']")).hasCount(6);
    assertThat(manager.locator("[data-test='nav-alerts']")).hasCount(0);
    screens.go(manager, "alerts");
    assertThat(manager.locator("dashboard-page")).isVisible();
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
}
