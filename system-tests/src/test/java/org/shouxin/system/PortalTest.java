package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;

/** The consent portal as a customer uses it, in a real browser with a real sign-in. */
@SystemTest
class PortalTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String CARD = "[data-test='consent-P-12-" + PARTNER + "']";
  private static final List<String> PAGES =
      List.of("", "consents", "history", "record", "cases", "receipts", "notices");
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { name } }";

  private static final LocatorAssertions.HasCountOptions PATIENTLY =
      new LocatorAssertions.HasCountOptions().setTimeout(20_000);

  private final RunningSystem system;
  private final URI portal;
  private final List<String> complaints = new ArrayList<>();
  private final Playwright playwright = Playwright.create();
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Browsers.chromium())
                  .setHeadless(true)
                  .setArgs(
                      List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

  PortalTest(RunningSystem system) {
    this.system = system;
    this.portal = system.url(Component.GATEWAY);
  }

  @BeforeEach
  void nothingIsConsentedToYet() {
    system.customer("li.lei").withdrawAll("P-12", PARTNER);
  }

  @AfterEach
  void closeBrowser() {
    playwright.close();
  }

  @Test
  void aCustomerGivesAndWithdrawsConsentAndThePartnersNextQueryObeys() {
    Page page = open("zh-CN", 1280, 900);
    DemoCustomer lilei = system.customer("li.lei");
    Caller partner = system.caller(PARTNER);
    signIn(page);
    page.locator("[data-test='nav-consents']").click();
    Locator card = page.locator(CARD);
    assertThat(card).isVisible();
    assertThat(lookUp(partner, lilei)).isEqualTo("{\"data\":{\"customer\":null}}");

    card.locator("[data-test='give']").click();
    Locator dialog = page.locator("[data-test='give-dialog']");
    assertThat(dialog.locator("[data-test='consent-text']")).isVisible();
    shoot(page, "give-consent-zh-CN-desktop");
    dialog.locator("[data-test='confirm']").click();
    assertThat(page.locator(CARD + "[data-state='GIVEN']")).isVisible();
    assertThat(lookUp(partner, lilei)).contains("\"name\":").contains("*");

    card.locator("[data-test='withdraw']").click();
    shoot(page, "withdraw-consent-zh-CN-desktop");
    page.locator("[data-test='withdraw-dialog'] [data-test='confirm']").click();
    assertThat(page.locator(CARD + "[data-state='WITHDRAWN']")).isVisible();
    assertThat(lookUp(partner, lilei)).isEqualTo("{\"data\":{\"customer\":null}}");

    page.locator("[data-test='nav-receipts']").click();
    Locator receipt = page.locator("[data-test='receipt'][data-decision='WITHDRAWN']").first();
    receipt.locator("[data-test='receipt-verify']").click();
    assertThat(receipt.locator("[data-test='receipt-checks'][data-state='holds']")).isVisible();
    assertThat(receipt.locator("[data-check][data-state='holds']")).hasCount(5);
    shoot(page, "receipt-verified-zh-CN-desktop");
    Download pdf = page.waitForDownload(() -> receipt.locator("[data-test='receipt-pdf']").click());
    assertThat(pdf.suggestedFilename()).endsWith(".pdf");
    assertThat(pdf.path()).isNotEmptyFile();
    assertThat(complaints).isEmpty();
  }

  @Test
  void thePageNeverHoldsATokenAndSigningOutEndsTheSession() {
    Page page = open("en", 1280, 900);
    signIn(page);
    String held =
        page.evaluate(
                "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
            .toString();
    assertThat(held).doesNotContain("eyJ", "q_session");
    assertThat(page.context().cookies())
        .filteredOn(cookie -> cookie.name.startsWith("q_session"))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie.httpOnly).isTrue());
    page.locator("[data-test='sign-out']").click();
    assertThat(page.locator("[data-test='landing']")).isVisible();
    assertThat(page.request().get(portal.resolve("/portal/session").toString()).status())
        .isIn(401, 499);
  }

  @Test
  void everyPageFitsPhoneAndDesktopInBothLanguages() {
    for (String language : List.of("zh-CN", "en")) {
      for (int width : List.of(390, 1280)) {
        Page page = open(language, width, width < 600 ? 844 : 900);
        String suffix = "-" + language + (width < 600 ? "-phone" : "-desktop");
        page.navigate(portal.toString());
        assertThat(page.locator("[data-test='sign-in']")).isVisible();
        shoot(page, "landing" + suffix);
        signIn(page);
        for (String name : PAGES) {
          page.evaluate("path => { location.hash = path; }", "#/" + name);
          assertThat(page.locator("[data-test='page'] h1").first()).isVisible();
          assertThat(page.locator("skeleton-lines")).hasCount(0, PATIENTLY);
          assertThat(page.locator("[data-test='failure']")).hasCount(0);
          assertThat(
                  (int)
                      page.evaluate(
                          "() => document.documentElement.scrollWidth - window.innerWidth"))
              .as(name + suffix + " scrolls sideways by")
              .isLessThanOrEqualTo(0);
          shoot(page, (name.isEmpty() ? "overview" : name) + suffix);
        }
        assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo(language);
        page.context().close();
      }
    }
    assertThat(complaints).isEmpty();
  }

  private Page open(String language, int width, int height) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  private void signIn(Page page) {
    page.navigate(portal.toString());
    page.locator("[data-test='sign-in']").click();
    page.locator("#username").fill("li.lei");
    page.locator("#password").fill("shouxin-demo");
    page.locator("#kc-login").click();
    assertThat(page.locator("[data-test='sign-out']")).isVisible();
  }

  private static String lookUp(Caller partner, DemoCustomer customer) {
    return partner.ask(READ, Map.of("id", customer.id())).body();
  }

  private static void shoot(Page page, String name) {
    Path file = Project.path("system-tests/target/screenshots/" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
