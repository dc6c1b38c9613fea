package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.RequestOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouxin.launcher.Component;

/**
 * The portal for everybody: without barriers, by keyboard, large, dark, and when something is down
 * (issue 7.9).
 */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalQualityTest {
  private static final List<String> PAGES =
      List.of("", "consents", "history", "record", "cases", "receipts", "notices");
  private static final String SCRIPT =
      "<script>window.stolen = 1</script><img src=x onerror=window.stolen=1>";

  private final RunningSystem system;
  private final Screens screens;

  PortalQualityTest(RunningSystem system) {
    this.system = system;
    this.screens = new Screens(system);
  }

  @AfterEach
  void closeWindows() {
    screens.closeWindows();
  }

  @AfterAll
  void closeBrowser() {
    screens.close();
  }

  @Test
  void noPageAndNoDialogHasABarrierInLightOrDark() {
    SideBySide.each(List.of("-light", "-dark"), this::nothingHasABarrier);
  }

  private void nothingHasABarrier(String look) {
    List<String> barriers = new ArrayList<>();
    try (Screens browser = new Screens(system)) {
      Page page =
          look.equals("-light") ? browser.open("zh-CN", 390) : browser.openInTheDark("en", 1280);
      browser.atTheDoor(page);
      look(page, "landing" + look, barriers);
      browser.signIn(page, "li.lei");
      for (String name : PAGES) {
        browser.go(page, name);
        look(page, "quality-" + (name.isEmpty() ? "overview" : name) + look, barriers);
      }
      Dialogs dialogs = new Dialogs(browser, page, look, barriers);
      dialogs.show("cases", "new-complaint", "complaint-dialog");
      dialogs.show("cases", "new-request", "request-dialog");
      dialogs.show("cases", "new-leak", "leak-dialog");
      dialogs.show("consents", "give", "give-dialog");
      assertThat(barriers).isEmpty();
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.strangers()).as("requests to other hosts").isEmpty();
    }
  }

  private static void look(Page page, String name, List<String> barriers) {
    Screens.barriers(page).forEach(found -> barriers.add(name + " " + found));
    Screens.shoot(page, name);
  }

  /** Dialogs of a page, as they open and with what is wrong in them told. */
  private record Dialogs(Screens browser, Page page, String look, List<String> barriers) {
    void show(String name, String opener, String dialog) {
      browser.go(page, name);
      page.locator("[data-test='" + opener + "']").first().click();
      assertThat(page.locator("[data-test='" + dialog + "'] [data-test='cancel']")).isVisible();
      page.waitForTimeout(300); // until it has risen: axe measures colours through its opacity
      PortalQualityTest.look(page, "quality-" + dialog + look, barriers);
      if (!name.equals("consents")) {
        page.locator("[data-test='" + dialog + "'] [data-test='confirm']").click();
        PortalQualityTest.look(page, "quality-" + dialog + "-wrong" + look, barriers);
      }
      page.keyboard().press("Escape");
      assertThat(page.locator("[data-test='" + dialog + "']")).hasCount(0);
    }
  }

  @Test
  void textTwiceAsLargeStillFitsTheWindow() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "li.lei");
    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
    for (String name : PAGES) {
      screens.go(page, name);
      assertThat(Screens.overhang(page)).as(name).isLessThanOrEqualTo(0);
      Screens.shoot(page, "large-" + (name.isEmpty() ? "overview" : name));
    }
  }

  @Test
  void whatCanBeShownIsShownWhileAServiceIsDown() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "li.lei");
    page.route(
        "**/graphql",
        route -> {
          if (route.request().postData().contains("accessHistory")) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(503)
                    .setContentType("application/json")
                    .setBody(
                        "{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"SERVICE_UNAVAILABLE\"}}]}"));
          } else {
            route.resume();
          }
        });
    screens.go(page, "notices");
    screens.go(page, "");
    assertThat(page.locator("[data-test='failure']").first()).containsText("unavailable");
    assertThat(page.locator("[data-test='retry']").first()).isVisible();
    assertThat(page.locator("[data-test='consents-in-force']")).isVisible();
    Screens.shoot(page, "service-down");
    page.unroute("**/graphql");
    page.locator("[data-test='retry']").first().click();
    assertThat(page.locator("[data-test='failure']")).hasCount(0);
  }

  @Test
  void aComplaintIsFiledByKeyboardAloneOnceAndBadInputIsToldBesideItsField() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "li.lei");
    screens.go(page, "cases");
    int before = complaints().size();
    tabTo(page, "new-complaint");
    page.keyboard().press("Enter");
    Locator dialog = page.locator("[data-test='complaint-dialog']");
    assertThat(dialog.locator("[data-test='cancel']")).isVisible();

    tabTo(page, "confirm");
    page.keyboard().press("Enter");
    assertThat(dialog.locator("#subject-wrong")).not().isEmpty();
    assertThat(dialog.locator("#subject")).isFocused();

    dialog.locator("#subject").fill(SCRIPT);
    dialog
        .locator("#detail")
        .evaluate(
            "(e, n) => { e.value = 'x'.repeat(n); e.dispatchEvent(new InputEvent('input', {"
                + " bubbles: true, composed: true })); }",
            10_000_000);
    dialog.locator("[data-test='confirm']").click();
    assertThat(dialog.locator("#detail-wrong"))
        .containsText("10000000", new LocatorAssertions.ContainsTextOptions().setTimeout(40_000));
    assertThat(dialog.locator("#subject")).hasValue(SCRIPT);

    dialog.locator("#detail").fill("the 1st of " + SCRIPT);
    dialog.locator("[data-test='confirm']").dblclick();
    assertThat(dialog).hasCount(0);
    page.goBack();
    page.goForward();
    Eventually.passes(() -> assertThat(complaints()).hasSize(before + 1));
    screens.go(page, "cases");
    assertThat(page.evaluate("() => window.stolen === undefined")).isEqualTo(true);
  }

  @Test
  void aForgedRequestOfAnotherSiteIsRefusedThoughTheCookieComesAlong() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "li.lei");
    String graphql = system.url(Component.GATEWAY).resolve("/graphql").toString();
    var options =
        RequestOptions.create()
            .setHeader("Origin", "https://evil.example")
            .setHeader("DPoP", unusedProof(page))
            .setHeader("Content-Type", "application/json")
            .setHeader("Accept", "application/json")
            .setData("{\"query\":\"{ __typename }\"}");
    var answer = page.request().post(graphql, options);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text()).contains("CROSS_SITE_REFUSED");
  }

  /** A proof that our own page made for a call that never left. */
  private String unusedProof(Page page) {
    List<String> proofs = new CopyOnWriteArrayList<>();
    page.route(
        "**/graphql",
        route -> {
          proofs.add(route.request().headerValue("DPoP"));
          route.abort();
        });
    page.evaluate("path => { location.hash = path; }", "#/notices");
    page.waitForCondition(() -> !proofs.isEmpty());
    return proofs.getFirst();
  }

  private static void tabTo(Page page, String target) {
    for (int presses = 0; presses < 80; presses++) {
      page.keyboard().press("Tab");
      Object focused =
          page.evaluate(
              "() => { let e = document.activeElement; while (e && e.shadowRoot &&"
                  + " e.shadowRoot.activeElement) e = e.shadowRoot.activeElement; return"
                  + " e?.dataset?.test ?? ''; }");
      if (target.equals(focused)) {
        return;
      }
    }
    throw new AssertionError(target + " cannot be reached by keyboard");
  }

  private List<String> complaints() {
    List<String> ids = new ArrayList<>();
    system
        .customer("li.lei")
        .caller()
        .ask("{ ownComplaints { id } }", Map.of())
        .data("ownComplaints")
        .forEach(one -> ids.add(one.path("id").asText()));
    return ids;
  }
}
