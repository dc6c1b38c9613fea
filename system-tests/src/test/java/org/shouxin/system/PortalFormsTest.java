package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Bad input in every other form of the portal, and the proofs of the history (issue 7). */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalFormsTest {
  private static final String SCRIPT =
      "<script>window.stolen = 1</script><img src=x onerror=window.stolen=1>";
  private static final int TEN_MEGABYTES = 10_000_000;

  private final Screens screens;

  PortalFormsTest(RunningSystem system) {
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

  /** A request for a right and a report of a leak; the complaint is PortalQualityTest's. */
  @Test
  void eachFormTellsWhatIsWrongKeepsWhatWasTypedAndActsOnce() {
    Page page = screens.open("en", 1280);
    List<String> sent = new CopyOnWriteArrayList<>();
    page.onRequest(request -> {
      String body = request.postData();
      if (body != null && (body.contains("fileRightsRequest") || body.contains("fileLeakReport"))) {
        sent.add(body);
      }
    });
    screens.signIn(page, "li.lei");
    screens.go(page, "cases");

    Locator request = opened(page, "new-request", "request-dialog");
    request.locator("[data-test='confirm']").click();
    assertThat(request.locator("#type-wrong")).not().isEmpty();
    request.locator("[data-test='type-EXPLAIN']").check();
    tooLongThenScript(request);
    request.locator("[data-test='confirm']").dblclick();
    assertThat(request).hasCount(0);

    Locator leak = opened(page, "new-leak", "leak-dialog");
    leak.locator("[data-test='confirm']").click();
    for (String field : List.of("known", "when", "detail")) {
      assertThat(leak.locator("#" + field + "-wrong")).not().isEmpty();
    }
    leak.locator("[data-test='known-mobile']").check();
    leak.locator("[data-test='when']").fill("2026-01-02T03:04");
    tooLongThenScript(leak);
    leak.locator("[data-test='confirm']").dblclick();
    assertThat(leak.locator("[data-test='leak-filed']")).isVisible();
    page.goBack();
    page.goForward();
    screens.go(page, "cases");

    assertThat(sent).hasSize(2);
    assertThat(page.evaluate("() => window.stolen === undefined")).isEqualTo(true);
  }

  @Test
  void aValueThatIsNoneIsRefusedBesideItsFieldAndKept() {
    Page page = screens.open("zh-CN", 390);
    screens.signIn(page, "li.lei");
    screens.go(page, "record");
    Locator correction = opened(page, "correct-email", "correct-dialog");
    correction.locator("[data-test='confirm']").click();
    assertThat(correction.locator("#value-wrong")).not().isEmpty();
    type(correction.locator("#value"));
    assertThat(correction.locator("#value-wrong")).containsText("10000000");
    correction.locator("#value").fill(SCRIPT);
    correction.locator("[data-test='confirm']").dblclick();
    assertThat(correction.locator("#value-wrong")).not().isEmpty();
    assertThat(correction.locator("#value")).hasValue(SCRIPT);
    assertThat(page.evaluate("() => window.stolen === undefined")).isEqualTo(true);
  }

  /** R-AC-05: WebCrypto against the log's checkpoint; an altered entry is seen. */
  @Test
  void entriesOfTheHistoryAreVerifiedInTheBrowserAndAnAlteredOneIsSeen() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, "li.lei");
    screens.go(page, "history");
    Locator verified = page.locator("[data-test='proof'][data-state='verified']").first();
    assertThat(verified).isVisible();
    verified.locator("summary").click();
    assertThat(verified.locator("[data-test='signature'][data-state='valid']")).isVisible();

    page.route("**/graphql", PortalFormsTest::altered);
    screens.go(page, "notices");
    screens.go(page, "history");
    assertThat(page.locator("[data-test='proof'][data-state='failed']").first()).isVisible();
    assertThat(page.locator("[data-test='proof'][data-state='verified']")).hasCount(0);
  }

  /** The answer with one space more in the entry that is proven. */
  private static void altered(Route route) {
    APIResponse answer = route.fetch();
    route.fulfill(
        new Route.FulfillOptions()
            .setResponse(answer)
            .setBody(answer.text().replace("\"leaf\":\"{", "\"leaf\":\"{ ")));
  }

  private static Locator opened(Page page, String opener, String dialog) {
    page.locator("[data-test='" + opener + "']").first().click();
    Locator opened = page.locator("[data-test='" + dialog + "']");
    assertThat(opened.locator("[data-test='cancel']")).isVisible();
    return opened;
  }

  private static void tooLongThenScript(Locator dialog) {
    Locator detail = dialog.locator("[data-test='detail']");
    type(detail);
    dialog.locator("[data-test='confirm']").click();
    assertThat(dialog.locator("#detail-wrong")).containsText("10000000");
    detail.fill(SCRIPT);
    assertThat(detail).hasValue(SCRIPT);
  }

  private static void type(Locator field) {
    field.evaluate(
        "(e, n) => { e.value = 'x'.repeat(n); e.dispatchEvent(new InputEvent('input', { bubbles:"
            + " true, composed: true })); }",
        TEN_MEGABYTES);
  }
}
