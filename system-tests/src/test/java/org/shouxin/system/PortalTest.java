package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouxin.launcher.Component;

/** The consent portal as a customer uses it, in a real browser with a real sign-in. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String PERSON = "li.lei";
  private static final String CARD = "[data-test='consent-P-12-" + PARTNER + "']";
  private static final List<String> PAGES =
      List.of("", "consents", "history", "record", "cases", "receipts", "notices");
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name } }";

  private final RunningSystem system;
  private final URI portal;
  private final Screens screens;

  PortalTest(RunningSystem system) {
    this.system = system;
    this.portal = system.url(Component.GATEWAY);
    this.screens = new Screens(system);
  }

  @BeforeEach
  void nothingIsConsentedToYet() {
    system.customer(PERSON).withdrawAll("P-12", PARTNER);
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
  void aCustomerGivesAndWithdrawsConsentAndThePartnersNextQueryObeys() {
    Page page = screens.open("zh-CN", 1280);
    DemoCustomer lilei = system.customer(PERSON);
    Caller partner = system.caller(PARTNER);
    screens.signIn(page, PERSON);
    page.locator("[data-test='nav-consents']").click();
    Locator card = page.locator(CARD);
    assertThat(card).isVisible();
    assertThat(lookUp(partner, lilei)).isEqualTo("{\"data\":{\"customer\":null}}");

    card.locator("[data-test='give']").click();
    Locator dialog = page.locator("[data-test='give-dialog']");
    assertThat(dialog.locator("[data-test='consent-text']")).isVisible();
    Screens.shoot(page, "give-consent-zh-CN-desktop");
    dialog.locator("[data-test='confirm']").click();
    assertThat(page.locator(CARD + "[data-state='GIVEN']")).isVisible();
    assertThat(lookUp(partner, lilei)).contains("\"name\":").contains("*");

    card.locator("[data-test='withdraw']").click();
    Screens.shoot(page, "withdraw-consent-zh-CN-desktop");
    page.locator("[data-test='withdraw-dialog'] [data-test='confirm']").click();
    assertThat(page.locator(CARD + "[data-state='WITHDRAWN']")).isVisible();
    assertThat(lookUp(partner, lilei)).isEqualTo("{\"data\":{\"customer\":null}}");

    page.locator("[data-test='nav-receipts']").click();
    Locator receipt = page.locator("[data-test='receipt'][data-decision='WITHDRAWN']").first();
    receipt.locator("[data-test='receipt-verify']").click();
    assertThat(receipt.locator("[data-test='receipt-checks'][data-state='holds']")).isVisible();
    assertThat(receipt.locator("[data-check][data-state='holds']")).hasCount(5);
    Screens.shoot(page, "receipt-verified-zh-CN-desktop");
    Download pdf = page.waitForDownload(() -> receipt.locator("[data-test='receipt-pdf']").click());
    assertThat(pdf.suggestedFilename()).endsWith(".pdf");
    assertThat(pdf.path()).isNotEmptyFile();
    assertThat(screens.complaints()).isEmpty();
  }

  @Test
  void thePageNeverHoldsATokenAndSigningOutEndsTheSession() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, PERSON);
    String held =
        page.evaluate(
                "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
            .toString();
    assertThat(held).doesNotContain("eyJ", "q_session");
    assertThat(page.context().cookies())
        .filteredOn(cookie -> cookie.name.startsWith("q_session"))
        .isNotEmpty()
        .allSatisfy(cookie -> {
          assertThat(cookie.httpOnly).isTrue();
          assertThat(cookie.sameSite).isEqualTo(SameSiteAttribute.LAX);
        });
    page.locator("[data-test='sign-out']").click();
    assertThat(page.locator("[data-test='landing']")).isVisible();
    assertThat(page.request().get(portal.resolve("/portal/session").toString()).status())
        .isIn(204, 401, 499);
    page.locator("[data-test='sign-in']").click();
    assertThat(page.locator("#username")).isVisible();
    assertThat(page.url()).as("PKCE").contains("code_challenge=", "code_challenge_method=S256");
  }

  @Test
  void aGuardianDecidesForTheChildAndACopyOfOnesOwnRecordIsTakenAway() throws IOException {
    Page page = screens.open("en", 390);
    screens.signIn(page, PERSON);
    screens.go(page, "consents");
    page.locator("[data-test='whose-consents'] button").nth(1).click();
    assertThat(page.locator("[data-test='as-guardian']").first()).isVisible();
    Screens.shoot(page, "consents-of-a-child-en-phone");
    asksForARightOfTheChild(page);
    screens.go(page, "record");
    Download copy = page.waitForDownload(() -> page.locator("[data-test='copy']").click());
    assertThat(Files.readString(copy.path()))
        .contains(
            "\"format\" : \"shouxin-personal-data-copy/1\"", "\u674e\u96f7", "\"policies\" : [");
    Download printed = page.waitForDownload(() -> page.locator("[data-test='copy-pdf']").click());
    assertThat(Files.readAllBytes(printed.path()))
        .startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    assertThat(screens.complaints()).isEmpty();
    signsInAnewAndGoesOn(page);
  }

  /** D-149, where the gateway finds the sign-in too long ago. */
  private void signsInAnewAndGoesOn(Page page) {
    AtomicBoolean tooLongAgo = new AtomicBoolean(true);
    page.route(
        "**/graphql",
        route -> {
          String asked = route.request().postData();
          if (asked != null && asked.contains("dataCopy") && tooLongAgo.getAndSet(false)) {
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        "{\"errors\":[{\"message\":\"\",\"extensions\":{\"code\":\"STEP_UP_REQUIRED\"}}]}"));
          } else {
            route.resume();
          }
        });
    page.locator("[data-test='copy']").click();
    Locator anew = page.locator("[data-test='sign-in-anew']");
    assertThat(anew).isVisible();
    assertThat(Screens.barriers(page)).isEmpty();
    Screens.shoot(page, "record-sign-in-anew-en-phone");
    Page door = page.waitForPopup(anew::click);
    assertThat(door.locator("#password")).isVisible();
    assertThat(door.url()).contains("prompt=login");
    door.locator("#password").fill(Screens.PASSWORD);
    door.locator("#kc-login").click();
    assertThat(door.locator("[data-test='sign-out']")).isVisible();
    page.waitForDownload(() -> page.locator("[data-test='copy']").click());
  }

  /** PIPL 31: her words are sealed under the child's key and open to the guardian. */
  private void asksForARightOfTheChild(Page page) {
    screens.go(page, "cases");
    page.locator("[data-test='new-request']").click();
    page.locator("[data-test^='for-']:not([data-test='for-own'])").first().check();
    page.locator("[data-test='type-EXPLAIN']").check();
    page.locator("[data-test='detail']").fill("what is her data used for");
    assertThat(Screens.barriers(page)).isEmpty();
    Screens.shoot(page, "request-for-a-child-en-phone");
    page.locator("[data-test='confirm']").click();
    Locator request =
        page.locator("[data-test='request']")
            .filter(new Locator.FilterOptions().setHas(page.locator("[data-test='for-child']")))
            .first();
    request.locator("summary").first().click();
    assertThat(request).containsText("what is her data used for");
  }

  @Test
  void aSessionThatWasTakenToAnotherBrowserIsNobodys() {
    Page page = screens.open("en", 1280);
    screens.signIn(page, PERSON);
    Page elsewhere = screens.open("en", 1280);
    elsewhere.context().addCookies(page.context().cookies());

    screens.atTheDoor(elsewhere);
    assertThat(elsewhere.request().get(portal.resolve("/portal/session").toString()).status())
        .isEqualTo(401);
    var asked =
        RequestOptions.create()
            .setHeader("Origin", portal.toString())
            .setHeader("Content-Type", "application/json")
            .setData("{\"query\":\"{ __typename }\"}");
    assertThat(elsewhere.request().post(portal.resolve("/graphql").toString(), asked).text())
        .contains("UNAUTHENTICATED");
    page.reload();
    assertThat(page.locator("[data-test='sign-out']")).isVisible();
  }

  @Test
  void everyPageFitsPhoneAndDesktopInBothLanguages() {
    SideBySide.each(List.of("zh-CN", "en"), this::everyPageFits);
  }

  private void everyPageFits(String language) {
    try (Screens browser = new Screens(system)) {
      for (int width : List.of(390, 1280)) {
        Page page = browser.open(language, width);
        String suffix = "-" + language + (width < 600 ? "-phone" : "-desktop");
        browser.atTheDoor(page);
        Screens.shoot(page, "landing" + suffix);
        browser.signIn(page, PERSON);
        for (String name : PAGES) {
          browser.go(page, name);
          assertThat(page.locator("[data-test='failure']")).hasCount(0);
          assertThat(Screens.overhang(page))
              .as(name + suffix + " scrolls sideways by")
              .isLessThanOrEqualTo(0);
          Screens.shoot(page, (name.isEmpty() ? "overview" : name) + suffix);
        }
        assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo(language);
        page.context().close();
      }
      assertThat(browser.complaints()).isEmpty();
    }
  }

  private static String lookUp(Caller partner, DemoCustomer customer) {
    return partner.ask(READ, Map.of("id", customer.id())).body();
  }
}
