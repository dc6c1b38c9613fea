package org.shouxin.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/** Every form of the console as it is used, and its queue of late cases (issue 7.7, 7.8). */
@SystemTest
class ConsoleFormsTest {
  private static final String COMPLAINT =
      """
      {"id":"%s","number":"TS-%s","state":"%s","receivedAt":"2026-09-30T10:00:00Z","firstResponseDueAt":"2026-10-03T10:00:00Z",
       "firstResponseAt":null,"decisionDueAt":"2099-01-01T00:00:00Z","handler":"1001","textId":"t","answerTextId":null,
       "concerned":[],"grounds":[%s],"plan":null,"extensions":[],"proposedExtensionTextId":null,
       "openPromises":[%s],"clocks":[]}\
      """;

  /** A complaint in each state that offers something else, and an alert. */
  private static final Map<String, String> PLANTED =
      Map.of(
          "complaintQueueList",
          "{\"complaintQueue\":["
              + String.join(
                  ",",
                  COMPLAINT.formatted("a", "1", "RECEIVED", "", ""),
                  COMPLAINT.formatted(
                      "b", "2", "RESPONDED", "", "{\"id\":\"p\",\"dueOn\":\"2099-01-01\"}"),
                  COMPLAINT.formatted("c", "3", "RESPONDED", "\"MEDIA\"", ""),
                  COMPLAINT.formatted("d", "4", "DECIDED", "", ""))
              + "]}",
          "Alerts",
          """
          {"alerts":{"edges":[{"node":{"id":"a-1","actorId":"1024","actorKind":"employee","state":"OPEN","score":95,
           "interception":"BLOCKED","raisedAt":"2026-10-01T10:00:00Z","reasons":[{"signal":"NOT_OWN","zh":"非本人客户",
           "en":"not their customers","points":95,"measured":12,"soft":5,"hard":10}]}}]}}\
          """);

  /** Somebody who is found, and a request that nobody has checked. */
  private static final Map<String, String> AT_THE_COUNTER =
      Map.of(
          "CounterPerson",
          "{\"findCustomer\":{\"id\":\"p-1\",\"name\":\"李*\"}}",
          "requestQueueList",
          """
          {"requestQueue":[{"id":"q-1","type":"EXPLAIN","state":"IDENTITY_CHECK","channel":"PHONE","identityProof":null,
           "receivedAt":"2026-09-30T10:00:00Z","dueAt":"2099-01-01T00:00:00Z","textId":"t","answerTextId":null,"clocks":[]}]}\
          """);

  private final RunningSystem system;
  private final Screens screens;
  private final ConsoleWork work;

  ConsoleFormsTest(RunningSystem system) {
    this.system = system;
    this.screens = new Screens(system);
    this.work = new ConsoleWork(system);
  }

  @AfterEach
  void closeBrowser() {
    screens.close();
  }

  /** Issue 7: double clicks and back buttons do nothing twice; what is wrong stands beside it. */
  @Test
  void noButtonAndNoFormOfTheConsoleSendsAnythingTwice() {
    work.leaveWork();
    work.requestBackup("DELETE", "console-forms");
    Page page = screens.open("zh-CN", 1280);
    screens.signIn(page, "fang.compliance");
    ConsoleForms forms = new ConsoleForms(screens, page, new SentChanges(page, PLANTED));
    ConsoleTest.OFFICERS.forEach(forms::walk);
    Page supervisor = screens.open("zh-CN", 1280);
    screens.signIn(supervisor, "sun.supervisor");
    new ConsoleForms(screens, supervisor, new SentChanges(supervisor, AT_THE_COUNTER))
        .walk("counter");
    assertThat(forms.kinds()).as("forms of the code").containsAll(FormsOfTheCode.ofTheConsole());
    assertThat(screens.complaints()).isEmpty();
  }

  /**
   * R-CP-01: at 24 hours whoever names a handler, at 48 the supervisor, at 60 compliance, too; a
   * major complaint both. What one of them has seen leaves the queue.
   */
  @Test
  void lateAndMajorComplaintsStandInTheQueuesOfThoseWhomTheyConcern() {
    tellWhereMailsOfLateCasesGo();
    String day = lateBy(25);
    String twoDays = lateBy(49);
    String later = lateBy(61);
    String major = work.fileComplaint();
    system
        .caller("fang.compliance")
        .ask(
            "mutation($id: ID!) { assignComplaint(input: {complaintId: $id, employeeNo: \"1001\","
                + " stakes: {amount: 200000, media: false, dataLeak: false}}) { id } }",
            Map.of("id", major));
    Page supervisor = screens.open("zh-CN", 390);
    screens.signIn(supervisor, "sun.supervisor");
    Page officer = screens.open("en", 1280);
    screens.signIn(officer, "fang.compliance");
    toldInTheQueue(officer, day, "Escalated at 25 h");
    toldInTheQueue(officer, later, "Escalated at 61 h");
    toldInTheQueue(officer, major, "Major complaint");
    assertThat(noticeOf(officer, twoDays)).hasCount(0);
    toldInTheQueue(supervisor, twoDays, "已升级（49 小时）");
    toldInTheQueue(supervisor, later, "已升级（61 小时）");
    toldInTheQueue(supervisor, major, "重大投诉");
    assertThat(noticeOf(supervisor, day)).hasCount(0);
    mailedOnlyTo("late.supervisor@donghai.example", twoDays);
    mailedOnlyTo("late.officer@donghai.example", day);
    for (Page page : List.of(supervisor, officer)) {
      assertThat(Screens.barriers(page)).isEmpty();
      assertThat(Screens.overhang(page)).isLessThanOrEqualTo(0);
      Screens.shoot(
          page, "console-escalations-" + (page == officer ? "en-desktop" : "zh-CN-phone"));
    }
    noticeOf(supervisor, twoDays).locator("[data-test='act']").click();
    noticeOf(supervisor, twoDays).locator("[data-test='sure']").click();
    assertThat(noticeOf(supervisor, twoDays)).hasCount(0);
    assertThat(screens.complaints()).isEmpty();
  }

  /** D-127: of people of whom nothing but their line of the staff list is known. */
  private void tellWhereMailsOfLateCasesGo() {
    String list =
        """
        employee_no,mobile,role,branch,work_email
        7951,19915827951,supervisor,HQ,late.supervisor@donghai.example
        7952,19915827952,compliance-officer,HQ,late.officer@donghai.example
        """;
    Answer told =
        Caller.send(
            HttpRequest.newBuilder(system.url(Component.GATEWAY).resolve("/files/staff"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + system.installation().token("fang.compliance"))
                .header("Content-Type", "text/csv")
                .PUT(HttpRequest.BodyPublishers.ofString(list))
                .build());
    assertThat(told.status()).as(told.body()).isEqualTo(200);
    assertThat(told.json().path("unreadableEmails")).isEmpty();
  }

  private void mailedOnlyTo(String address, String complaint) {
    String number =
        system
            .caller("fang.compliance")
            .ask(
                "query($id: ID!) { complaintCase(complaintId: $id) { number } }",
                Map.of("id", complaint))
            .data("complaintCase")
            .path("number")
            .asText();
    Eventually.passes(() ->
        assertThat(new Mailbox(system).mails())
            .filteredOn(mail -> mail.contains(number))
            .singleElement()
            .asString()
            .contains("To: " + address)
            .doesNotContain("\u674e\u96f7"));
  }

  private void toldInTheQueue(Page page, String complaint, String words) {
    Eventually.passes(() -> {
      screens.go(page, "log");
      screens.go(page, "cases");
      assertThat(noticeOf(page, complaint).allInnerTexts()).anyMatch(text -> text.contains(words));
    });
  }

  private static Locator noticeOf(Page page, String complaint) {
    return page.locator("[data-test='case-notice'][data-about='" + complaint + "']");
  }

  /** A complaint that came in so many hours ago, as its clock says; the watch does the rest. */
  private String lateBy(int hours) {
    String id = work.fileComplaint();
    BrokerTables consent = new BrokerTables(system, DatabaseName.CONSENT);
    consent.change(
        """
        begin;
        alter table duty_clock_event disable trigger duty_clock_event_append_only;
        update duty_clock_event set at = at - interval '%1$d hours', due_at = due_at - interval '%1$d hours'
          where case_id = '%2$s' and code = 'K-01';
        alter table duty_clock_event enable trigger duty_clock_event_append_only;
        update duty_clock_open set due_at = due_at - interval '%1$d hours', look_again_at = now()
          where case_id = '%2$s' and code = 'K-01';
        commit\
        """
            .formatted(hours, id));
    return id;
  }
}
