package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
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

  private final RunningSystem system;
  private final Screens screens;

  PortalFormsTest(RunningSystem system) {
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

  /** Opens a form and fills it in so that it may be sent. */
  private record Form(String page, Consumer<Page> open, Consumer<Locator> fill, String button) {
    static Form dialog(String page, String opener, Consumer<Locator> fill) {
      return new Form(
          page,
          shown -> shown.locator("[data-test='" + opener + "']").first().click(),
          fill,
          "confirm");
    }

    static Form inPlace(String page, String button) {
      return new Form(page, shown -> {}, form -> {}, button);
    }
  }

  /** By the component's name: one that is not here fails the test below. */
  private static final Map<String, Form> FORMS =
      Map.of(
          "complaint-dialog",
          Form.dialog(
              "cases",
              "new-complaint",
              form -> {
                form.locator("#subject").fill("a");
                form.locator("#detail").fill("b");
              }),
          "request-dialog",
          Form.dialog(
              "cases", "new-request", form -> form.locator("[data-test='type-EXPLAIN']").check()),
          "leak-dialog",
          Form.dialog(
              "cases",
              "new-leak",
              form -> {
                form.locator("[data-test='known-mobile']").check();
                form.locator("[data-test='when']").fill("2026-01-02T03:04");
                form.locator("#detail").fill("a caller");
              }),
          "transfer-card",
          Form.inPlace("cases", "object"),
          "give-consent-dialog",
          Form.dialog("consents", "give", form -> {}),
          "withdraw-consent-dialog",
          Form.dialog("consents", "withdraw", form -> {}),
          "notices-to-read",
          Form.inPlace("consents", "read"),
          "correct-dialog",
          Form.dialog(
              "record", "correct-email", form -> form.locator("#value").fill("li.lei@example.com")),
          "mobile-code",
          new Form(
              "record",
              page -> {
                page.locator("[data-test='correct-mobile']").click();
                page.locator("correct-dialog #value").fill("13900000000");
              },
              form -> {},
              "send-code"),
          "inventory-answer",
          Form.inPlace("record", "inventory-confirm"));

  /** What the person of the demo has nothing of, so that its form is there. */
  private static final Map<String, String> PLANTED =
      Map.of(
          "Transfers",
          """
          {"ownTransfers":[{"id":"t-1","toControllerName":"Xinghe","toControllerContact":"400","cutOverOn":"2099-01-01",
           "stage":"NOTICE","notice":null,"objectionEndsOn":"2098-12-01","objectedAt":null,"disposition":null}]}\
          """,
          "ConsentRecords",
          """
          {"consentRecords":[{"id":"c-1","purpose":"P-12","categories":["IDENTITY"],"recipientId":"partner-haiyun",
           "state":"GIVEN","noticeId":"n","noticeVersion":1,"givenAt":"2026-01-01T00:00:00Z","withdrawnAt":null,
           "expiresAt":"2099-01-01T00:00:00Z","decidedBy":null,"decidedAs":"SELF"}]}\
          """,
          "NoticesToRead",
          """
          {"noticesToRead":[{"notice":{"id":"n-1","version":2,"audience":"INSURED","language":"en","title":"Notice",
           "body":"What we do.","sha256":"","effectiveFrom":"2026-01-01"},"seenVersion":null,"changes":[]}]}\
          """,
          "OwnCampaignItems",
          """
          {"ownCampaignItems":[{"id":"i-1","defects":[{"field":"email","kind":"MISSING","code":"X"}],"openFields":["email"]}]}\
          """);

  /** Issue 7: double clicks and back buttons do nothing twice, in every form that there is. */
  @Test
  void noFormOfThePortalSendsAnythingTwice() {
    assertThat(FORMS.keySet()).as("forms of the code").containsAll(FormsOfTheCode.ofThePortal());
    Page page = screens.open("en", 1280);
    screens.signIn(page, "li.lei");
    SentChanges changes = new SentChanges(page, PLANTED);
    FORMS.forEach((name, form) -> {
      screens.go(page, "receipts");
      screens.go(page, form.page());
      form.open().accept(page);
      Locator shown = page.locator(name).first();
      form.fill().accept(shown);
      changes.pressedTwiceAndAgain(
          shown, shown.locator("[data-test='" + form.button() + "']").first());
      changes.nothingIsSentByGoingBackAndForward(() -> screens.go(page, form.page()));
    });
    assertThat(screens.complaints()).isEmpty();
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

  /**
   * R-CN-01: item by item, against the version before or any earlier one, as text whatever it says.
   */
  @Test
  void whatANoticeChangedIsShownItemByItemAgainstAnyEarlierVersion() {
    Page page = screens.open("en", 390);
    page.route("**/graphql", PortalFormsTest::threeVersions);
    screens.signIn(page, "li.lei");
    screens.go(page, "notices");

    Locator newest = page.locator("[data-test='notice-changes-3']").first();
    newest.locator("summary").click();
    assertThat(newest.locator("strong")).hasText("Retention");
    assertThat(newest.locator(".before")).containsText("two years");
    assertThat(newest.locator(".after")).containsText("three years " + SCRIPT);
    Screens.shoot(page, "notice-changes-en-phone");
    newest.locator("[data-test='notice-compare-3']").selectOption("1");
    assertThat(newest.locator(".before")).containsText("one year");

    Locator middle = page.locator("[data-test='notice-changes-2']").first();
    middle.locator("summary").click();
    assertThat(middle.locator("notice-difference p")).isVisible();
    assertThat(page.locator("[data-test='notice-changes-1']")).hasCount(0);
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

  /** R-BT-02, R-BT-05: who takes over, the notice, the objection, and each step with its proof. */
  @Test
  void whoIsToBeTransferredReadsTheNoticeObjectsAndSeesEachStepProvenInBothLanguages()
      throws SQLException {
    transferTold("transferred.customer", "1985", new PlantedPerson(376));
    Page page = screens.open("en", 390);
    screens.signIn(page, "transferred.customer");
    screens.go(page, "cases");
    Locator card = page.locator("[data-test='transfer']");
    assertThat(card).containsText("To 星河保险经纪有限公司");
    assertThat(card.locator("[data-test='transfer-stage']")).hasText("Your data are still with us");
    card.locator("summary").last().click();
    assertThat(card.locator("pre")).containsText("T-12");
    card.locator("[data-test='object']").dblclick();
    assertThat(card).containsText("Your objection is on record");
    assertThat(card.locator("[data-test='object']")).hasCount(0);
    provenSteps(page, "The notice reached you", "You objected and do not move");

    Page chinese = screens.open("zh-CN", 1280);
    screens.signIn(chinese, "transferred.customer");
    screens.go(chinese, "cases");
    assertThat(chinese.locator("[data-test='transfer']")).containsText("您的异议已记录");
    provenSteps(chinese, "已向您送达告知", "您提出了异议，不随业务转移");
  }

  /** Both steps are in the log by and by; each is verified in the browser. */
  private void provenSteps(Page page, String... steps) {
    Locator story = page.locator("[data-test='transfer-story']");
    Eventually.passes(() -> {
      page.reload();
      screens.go(page, "cases");
      story.locator("summary").first().click();
      story.locator("[data-test='transfer-step'], p").first().waitFor();
      assertThat(story.locator("[data-test='transfer-step']").count()).isEqualTo(steps.length);
    });
    for (int i = 0; i < steps.length; i++) {
      Locator step = story.locator("[data-test='transfer-step']").nth(i);
      assertThat(step).containsText(steps[i]);
      assertThat(step.locator("[data-test='proof'][data-state='verified']")).isVisible();
    }
  }

  /** A customer of a manager of her own, whose business is to be transferred. */
  private void transferTold(String username, String manager, PlantedPerson person)
      throws SQLException {
    BookFile book = new BookFile();
    book.with(person, "业务员工号", manager);
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    SoldBook sold = new SoldBook(system, system);
    String id =
        sold.column(
                "select customer_id::text from assignment where controller_id = 'ctl-donghai'"
                    + " and employee_no = '%s' and ended_at is null".formatted(manager))
            .getFirst();
    new KeycloakAdministrator(system).addCustomer(username, id);
    sold.open(manager);
    List.of("PIPIA_APPROVED", "INVENTORY_DONE")
        .forEach(gate -> sold.evidence(SoldBook.SELLER, gate, "PORTAL-1"));
    sold.advance();
    List.of("CONFIDENTIALITY_ACCEPTED", "CONTRACT_SIGNED")
        .forEach(gate -> sold.evidence(SoldBook.SELLER, gate, "PORTAL-1"));
    sold.advance();
    List.of("zh-CN", "en").forEach(language -> sold.publish(language, 12));
    sold.advance();
  }

  /** Versions 1, 2 and 3 of whichever notice is asked for: 2 says what 1 said, 3 something else. */
  private static void threeVersions(Route route) {
    String asked = String.valueOf(route.request().postData());
    String answer =
        asked.contains("noticeVersions(")
            ? "{\"noticeVersions\":[" + version(1) + "," + version(2) + "," + version(3) + "]}"
            : asked.contains("noticeChanges(") ? changes(asked) : null;
    if (answer == null) {
      route.resume();
    } else {
      route.fulfill(
          new Route.FulfillOptions()
              .setContentType("application/json")
              .setBody("{\"data\":" + answer + "}"));
    }
  }

  private static String version(int number) {
    return """
    {"id":"n-1","version":%d,"audience":"APPLICANT","language":"en","title":"Notice","body":"Body","sha256":"x",
     "effectiveFrom":"2026-0%d-01T00:00:00Z"}\
    """
        .formatted(number, number);
  }

  private static String changes(String asked) {
    if (asked.contains("\"to\":2")) {
      return "{\"noticeChanges\":[]}";
    }
    String before = asked.contains("\"from\":1") ? "one year" : "two years";
    return """
    {"noticeChanges":[{"item":"N-06","heading":"Retention","before":"%s","after":"three years %s"}]}\
    """
        .formatted(before, SCRIPT);
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
