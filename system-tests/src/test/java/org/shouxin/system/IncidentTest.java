package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A leak from the customer's report to the end of the incident (R-AU-04, R-IN-02, PIPL 57). */
@SystemTest
class IncidentTest {
  private static final String PARTNER = "partner-haiyun";
  private static final List<String> ITEMS =
      List.of("categories", "cause", "harm", "measuresTaken", "measuresYouCanTake", "contact");
  private static final String SHOWN =
      "{ id state frozenVersion affected { persons fields } clocks { code metAt }"
          + " progress { persons sent seen waiting undelivered } }";

  private final RunningSystem system;
  private final DemoCustomer lilei;
  private final Caller deng;

  IncidentTest(RunningSystem system) {
    this.system = system;
    this.lilei = system.customer("li.lei");
    this.deng = system.caller("deng.compliance");
  }

  @Test
  void aCustomersReportBecomesACaseAnIncidentANoticeToHerAndAClosedFile() {
    Instant start = Instant.now();
    lilei.withdrawAll("P-12", PARTNER);
    lilei.giveConsent("P-12", PARTNER);
    partnerReadsHer();
    lilei.withdrawAll("P-12", PARTNER);
    String report = fileReport();
    assertThat(clueOf(report)).contains(PARTNER);
    assertThat(suspects()).contains(PARTNER);

    String incident =
        step(
                "openIncident",
                "OpenIncidentInput",
                Map.of(
                    "sourceKind",
                    "LEAK_REPORT",
                    "sourceReference",
                    report,
                    "knownAt",
                    start.toString(),
                    "drill",
                    false))
            .path("id")
            .asText();
    step("assessIncident", "AssessIncidentInput", wizard(incident));
    JsonNode computed = step("computeAffected", "ComputeAffectedInput", exposure(incident, start));
    assertThat(computed.path("affected").path(0).path("persons").asInt()).isEqualTo(1);
    assertThat(computed.path("affected").path(0).path("fields"))
        .extracting(JsonNode::asText)
        .containsExactly("mobile", "name");
    assertThat(frozen(incident).path("frozenVersion").asInt()).isEqualTo(1);
    Map<String, Object> incomplete = texts();
    incomplete.remove("cause");
    assertThat(notice(incident, List.of(incomplete, english())).codes())
        .containsExactly("INCIDENT_NOTICE_INCOMPLETE");
    Answer issued = notice(incident, List.of(texts(), english()));
    assertThat(issued.codes()).as(issued.body()).isEmpty();

    JsonNode told = ownNotices();
    assertThat(told.path(0).path("incidentId").asText()).isEqualTo(incident);
    assertThat(told.path(0).path("body").asText()).contains("可能造成的危害", "harm zh-CN");
    Eventually.passes(() ->
        assertThat(new Mailbox(system).mails()).anyMatch(mail -> mail.contains("harm zh-CN")));
    Eventually.passes(() ->
        assertThat(
                ask("query($id: ID!) { incident(id: $id) " + SHOWN + " }", incident, "incident")
                    .path("progress"))
            .hasToString("{\"persons\":1,\"sent\":1,\"seen\":1,\"waiting\":0,\"undelivered\":0}"));
    close(incident);
  }

  private void close(String incident) {
    report(incident, "FIRST");
    report(incident, "WRITTEN");
    mutate(
        "containIncident(incidentId: $id, measures: \"the partner's access was ended\")", incident);
    report(incident, "FINAL_NFRA");
    mutate("settleIncidentNotices(incidentId: $id)", incident);
    Answer early =
        deng.ask(
            "mutation($id: ID!) { closeIncident(incidentId: $id) { id } }", Map.of("id", incident));
    assertThat(early.codes()).containsExactly("INCIDENT_NOT_CLOSABLE");
    step(
        "reviewIncident",
        "ReviewIncidentInput",
        Map.of(
            "incidentId",
            incident,
            "reportSha256",
            "x".repeat(43),
            "lessons",
            "partners are asked what they do with copies"));
    JsonNode closed = mutate("closeIncident(incidentId: $id)", incident);
    assertThat(closed.path("state").asText()).isEqualTo("CLOSED");
    assertThat(closed.path("clocks"))
        .allSatisfy(clock -> assertThat(clock.path("metAt").isTextual()).isTrue());
  }

  private void partnerReadsHer() {
    JsonNode read =
        system
            .caller(PARTNER)
            .ask(
                "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id name mobile } }",
                Map.of("id", lilei.id()))
            .data("customer");
    assertThat(read.path("id").asText()).isEqualTo(lilei.id());
    int reads = lilei.accessHistory().size();
    Eventually.passes(() ->
        assertThat(lilei.accessHistory().subList(0, Math.min(3, reads)))
            .anyMatch(event ->
                event.path("actorId").asText().equals(PARTNER)
                    && event.path("permitted").asBoolean()));
  }

  private String fileReport() {
    Answer filed =
        lilei
            .caller()
            .ask(
                "mutation($input: FileLeakReportInput!) { fileLeakReport(input: $input) { id receivedAt } }",
                Map.of(
                    "input",
                    Map.of(
                        "customerId",
                        lilei.id(),
                        "detail",
                        "对方说出了我的姓名和手机号",
                        "knownFields",
                        List.of("name", "mobile"),
                        "contactedAt",
                        Instant.now().toString())));
    assertThat(filed.codes()).as(filed.body()).isEmpty();
    return filed.data("fileLeakReport").path("id").asText();
  }

  private List<String> clueOf(String report) {
    Answer reports = deng.ask("{ leakReports { id clues { actorId fields } } }");
    assertThat(reports.codes()).as(reports.body()).isEmpty();
    for (JsonNode one : reports.data("leakReports")) {
      if (one.path("id").asText().equals(report)) {
        return one.path("clues").findValuesAsText("actorId");
      }
    }
    return List.of();
  }

  private List<String> suspects() {
    return deng.ask(
            "mutation($ids: [ID!]) { traceLeak(input: {leakedIds: $ids}) { suspects { actorId } } }",
            Map.of("ids", List.of(lilei.id())))
        .data("traceLeak")
        .findValuesAsText("actorId");
  }

  private static Map<String, Object> wizard(String incident) {
    return Map.of(
        "incidentId",
        incident,
        "persons",
        1,
        "sensitive",
        false,
        "published",
        false,
        "minors",
        false);
  }

  private static Map<String, Object> exposure(String incident, Instant start) {
    return Map.of(
        "incidentId",
        incident,
        "exposures",
        List.of(
            Map.of(
                "actorKind",
                "partner",
                "actorId",
                PARTNER,
                "from",
                start.toString(),
                "until",
                Instant.now().plusSeconds(60).toString(),
                "fields",
                List.of("name", "mobile"))));
  }

  private JsonNode frozen(String incident) {
    return mutate("freezeAffected(incidentId: $id, version: 1)", incident);
  }

  private Answer notice(String incident, List<Map<String, Object>> texts) {
    return deng.ask(
        "mutation($input: IssueIncidentNoticeInput!) { issueIncidentNotice(input: $input) { id } }",
        Map.of("input", Map.of("incidentId", incident, "texts", texts)));
  }

  private void report(String incident, String kind) {
    step(
        "submitIncidentReport",
        "SubmitIncidentReportInput",
        Map.of(
            "incidentId",
            incident,
            "kind",
            kind,
            "submission",
            "NFRA-" + kind,
            "texts",
            List.of(texts(), english())));
  }

  private JsonNode ownNotices() {
    Answer own =
        lilei
            .caller()
            .ask("{ ownIncidentNotices(language: \"zh-CN\") { incidentId version body } }");
    assertThat(own.codes()).as(own.body()).isEmpty();
    return own.data("ownIncidentNotices");
  }

  private static Map<String, Object> texts() {
    return textsIn("zh-CN");
  }

  private static Map<String, Object> english() {
    return textsIn("en");
  }

  private static Map<String, Object> textsIn(String language) {
    Map<String, Object> texts = new LinkedHashMap<>(Map.of("language", language));
    ITEMS.forEach(item -> texts.put(item, item + " " + language));
    return texts;
  }

  private JsonNode step(String mutation, String type, Map<String, Object> input) {
    Answer answer =
        deng.ask(
            "mutation($input: %s!) { %s(input: $input) %s }".formatted(type, mutation, SHOWN),
            Map.of("input", input));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data(mutation);
  }

  private JsonNode mutate(String call, String incident) {
    return ask(
        "mutation($id: ID!) { " + call + " " + SHOWN + " }",
        incident,
        call.substring(0, call.indexOf('(')));
  }

  private JsonNode ask(String document, String incident, String field) {
    Answer answer = deng.ask(document, Map.of("id", incident));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data(field);
  }
}
