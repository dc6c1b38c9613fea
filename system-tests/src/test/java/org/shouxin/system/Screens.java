package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.shouxin.launcher.Component;

/** A browser in front of the portal: what went wrong in its pages, whom it asked, how they look. */
final class Screens implements AutoCloseable {
  private static final Object SIGNING_IN = new Object();
  static final String PASSWORD = "shouxin-demo";
  private static final String AXE = axe();
  private static final String VIOLATIONS =
      """
      async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
        .violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + n.html.slice(0, 160)))\
      """;

  /** What is expected of a page may take this long on a busy machine. */
  private static final double PATIENCE_MILLIS = 30_000;

  static {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  private final URI portal;
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
  private final List<String> complaints = new ArrayList<>();
  private final List<String> strangers = new ArrayList<>();

  Screens(RunningSystem system) {
    this.portal = system.url(Component.GATEWAY);
  }

  /** A new window in light colours. */
  Page open(String language, int width) {
    return open(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setViewportSize(width, width < 600 ? 844 : 900));
  }

  /** A new window in dark colours for somebody who wants nothing to move. */
  Page openInTheDark(String language, int width) {
    return open(
        new Browser.NewContextOptions()
            .setLocale(language)
            .setViewportSize(width, 900)
            .setColorScheme(ColorScheme.DARK)
            .setReducedMotion(ReducedMotion.REDUCE));
  }

  private Page open(Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options);
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add(message.text());
      }
    });
    page.onRequest(request -> {
      URI asked = URI.create(request.url());
      boolean own = asked.getHost() == null || asked.getHost().equals(portal.getHost());
      if (!own) {
        strangers.add(request.url());
      }
    });
    return page;
  }

  /**
   * One sign-in at a time: Keycloak takes two of one account in the same moment for an attack, and
   * locks the account for a minute.
   */
  void signIn(Page page, String person) {
    synchronized (SIGNING_IN) {
      atTheDoor(page);
      page.locator("[data-test='sign-in']").click();
      page.locator("#username").fill(person);
      page.locator("#password").fill(PASSWORD);
      page.locator("#kc-login").click();
      assertThat(page.locator("[data-test='sign-out']")).isVisible();
    }
  }

  /** The page before anybody has signed in. */
  void atTheDoor(Page page) {
    page.navigate(portal.toString());
    assertThat(page.locator("[data-test='sign-in']")).isVisible();
  }

  /** Goes to a page of the application and waits until it shows what it has. */
  void go(Page page, String name) {
    page.evaluate("path => { location.hash = path; }", "#/" + name);
    assertThat(page.locator("[data-test='page'] h1").first()).isVisible();
    page.waitForFunction(
        """
        () => { const find = root => [...root.querySelectorAll('*')].some(e => e.localName === 'skeleton-lines' || (e.shadowRoot && find(e.shadowRoot)));
          return !find(document); }\
        """,
        null,
        new Page.WaitForFunctionOptions().setTimeout(40_000));
  }

  /** What WCAG 2.2 AA and good practice find wrong with the page as it is now (axe-core). */
  static List<String> barriers(Page page) {
    if (!(boolean) page.evaluate("() => 'axe' in window")) {
      page.evaluate(AXE + "; undefined");
    }
    return ((List<?>) page.evaluate(VIOLATIONS)).stream().map(Object::toString).toList();
  }

  /** By how much the page is wider than its window, in pixels. */
  static int overhang(Page page) {
    return (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
  }

  static void shoot(Page page, String name) {
    Path file = Project.path("system-tests/target/screenshots/" + name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Errors of scripts and answers other than refusals. */
  List<String> complaints() {
    return complaints;
  }

  /** Addresses on other hosts that any page asked for. */
  List<String> strangers() {
    return strangers;
  }

  /** Closes every window with its session, and forgets what went wrong in them. */
  void closeWindows() {
    List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    complaints.clear();
    strangers.clear();
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static String axe() {
    try (InputStream script = Screens.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
