package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.launcher.Component;

/** The public verifier's page in a real browser, served and as the file that was taken away. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptVerifierTest {
  private static final String EXAMPLES = "contracts/examples/receipt/";
  private static final String FILE = "/verify/shouxin-verify-receipt.html";

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
                  .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  private BrowserContext context;
  private Page page;

  ReceiptVerifierTest(RunningSystem system) {
    this.portal = system.url(Component.GATEWAY);
  }

  @BeforeEach
  void openWindow() {
    complaints.clear();
    context = browser.newContext(new Browser.NewContextOptions().setLocale("en"));
    page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> complaints.add(message.text()));
  }

  @AfterEach
  void closeWindow() {
    context.close();
  }

  @AfterAll
  void closeBrowser() {
    playwright.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"receipt.jsonld", "receipt-pending.jsonld"})
  void theFileTakenAwayVerifiesWithoutANetwork(String receipt, @TempDir Path folder)
      throws IOException {
    byte[] file = page.request().get(portal.resolve(FILE).toString()).body();
    Path taken = Files.write(folder.resolve("verify.html"), file);
    context.setOffline(true);
    page.navigate(taken.toUri().toString());
    give(Project.read(EXAMPLES + receipt));

    boolean complete = receipt.equals("receipt.jsonld");
    assertThat(page.locator("#checks li[data-state='holds']")).hasCount(complete ? 5 : 2);
    assertThat(page.locator("#verdict")).hasAttribute("data-state", complete ? "holds" : "open");
    assertThat(page.locator("#published")).isHidden();
    assertThat(complaints).isEmpty();
  }

  /** The table that the command's verifier is tested with. */
  @ParameterizedTest
  @CsvFileSource(files = "../contracts/examples/receipt/alterations.csv", numLinesToSkip = 1)
  void eachAlterationIsNamed(String find, String replace, String check, String fault) {
    page.navigate(portal.resolve("/verify/").toString());
    give(Project.read(EXAMPLES + "receipt.jsonld").replace(find, replace == null ? "" : replace));

    assertThat(page.locator("#checks li[data-check='%s'][data-fault='%s']".formatted(check, fault)))
        .isVisible();
    assertThat(complaints).isEmpty();
  }

  @Test
  void keysThatDidNotSignTheExampleAreNamed() {
    page.navigate(portal.resolve("/verify/").toString());
    page.locator("#paste").fill(Project.read(EXAMPLES + "receipt.jsonld"));
    page.locator("#published").click();

    assertThat(page.locator("#checks li[data-fault='UNKNOWN_KEY']")).isVisible();
    assertThat(page.locator("#checks li[data-fault='OTHER_LOG']")).isVisible();
  }

  private void give(String receipt) {
    page.locator("#paste").fill(Project.read(EXAMPLES + "shouxin-receipt-keys.json"));
    assertThat(page.locator("#given li")).hasCount(1);
    page.locator("#paste").fill(Project.read(EXAMPLES + "shouxin-log-key.txt"));
    assertThat(page.locator("#given li")).hasCount(2);
    page.locator("#paste").fill(receipt);
  }
}
