package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;

/** Steps 15 and 16: a caller knew too much; the trace leads to Haiyun; the incident and its end. */
final class LeakFound implements Chapter {
  private static final String SHOWN = "{ id state clocks { code metAt } }";

  /** Employee number of Old's officer, whom the second one names as the handler. */
  private static final String OFFICER_NO = "1001";

  private Instant since = Instant.EPOCH;
  private String report = "";

  @Override
  public void play(Stage stage) {
    since = stage.told().getFirst().from();
    stage.step(15, () -> complained(stage));
    stage.step(
        16,
        () -> {
          String incident = opened(stage);
          suspendedWhile(stage, () -> handled(stage, incident));
        });
  }

  private void complained(Stage stage) {
    String complaint =
        stage
            .customer()
            .tell(
                "fileComplaint",
                "FileComplaintInput",
                Map.of(
                    "customerId", stage.cast.customerId,
                    "subject", "诈骗电话",
                    "detail", "来电者知道我的保单。"),
                "{ id }")
            .path("id")
            .asText();
    stage.about(complaint);
    report =
        stage
            .customer()
            .tell(
                "fileLeakReport",
                "FileLeakReportInput",
                Map.of(
                    "customerId",
                    stage.cast.customerId,
                    "detail",
                    "对方说出了我的姓名和手机号。",
                    "knownFields",
                    List.of("name", "mobile"),
                    "contactedAt",
                    stage.now().minusSeconds(1).toString()),
                "{ id }")
            .path("id")
            .asText();
    stage.about(report);
    stage
        .second()
        .tell(
            "assignComplaint",
            "AssignComplaintInput",
            Map.of("complaintId", complaint, "employeeNo", OFFICER_NO),
            "{ handler }");
    said(stage, "respondToComplaint", complaint, "我们正在追查，将在规定时限内答复。");
    JsonNode trace =
        stage
            .officer()
            .ask(
                "mutation($ids: [ID!]) { traceLeak(input: {leakedIds: $ids}) { id suspects {"
                    + " actorId score } } }",
                Map.of("ids", List.of(stage.cast.customerId)));
    stage.about(trace.path("id").asText());
    said(stage, "decideComplaint", complaint, "已查明并处理，详见事件通知。");
    stage
        .officer()
        .ask(
            "mutation($id: ID!) { closeComplaint(complaintId: $id) { state } }",
            Map.of("id", complaint));
  }

  private static void said(Stage stage, String mutation, String complaint, String text) {
    stage
        .officer()
        .ask(
            "mutation($id: ID!, $text: String!) { %s(complaintId: $id, text: $text) { state } }"
                .formatted(mutation),
            Map.of("id", complaint, "text", text));
  }

  private String opened(Stage stage) {
    String incident =
        stage
            .officer()
            .tell(
                "openIncident",
                "OpenIncidentInput",
                Map.of(
                    "sourceKind",
                    "LEAK_REPORT",
                    "sourceReference",
                    report,
                    "knownAt",
                    stage.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                    "drill",
                    false),
                "{ id }")
            .path("id")
            .asText();
    stage.about(incident);
    return incident;
  }

  /** Haiyun gives nothing and gets nothing until the incident is closed; then it goes on. */
  private static void suspendedWhile(Stage stage, Runnable handling) {
    String path = "/v1/recipients/" + Cast.HAIYUN;
    stage.officer().post(Component.CONSENT, path + "/suspension", Map.of("reason", "LEAK_CASE"));
    try {
      handling.run();
    } finally {
      stage.officer().post(Component.CONSENT, path + "/reinstatement", Map.of());
    }
  }

  private void handled(Stage stage, String incident) {
    tell(
        stage,
        "assessIncident",
        "AssessIncidentInput",
        incident,
        Map.of("persons", 1, "sensitive", false, "published", false, "minors", false));
    submitted(stage, incident, "FIRST");
    submitted(stage, incident, "WRITTEN");
    tell(
        stage,
        "computeAffected",
        "ComputeAffectedInput",
        incident,
        Map.of("exposures", List.of(exposure(stage))));
    ask(stage, "freezeAffected(incidentId: $id, version: 1)", incident);
    tell(
        stage,
        "issueIncidentNotice",
        "IssueIncidentNoticeInput",
        incident,
        Map.of("texts", IncidentWords.inBothLanguages()));
    stage.customer().ask("{ ownIncidentNotices(language: \"zh-CN\") { incidentId } }");
    banned(stage);
    ask(
        stage,
        "containIncident(incidentId: $id, measures: \"the partner's access was ended\")",
        incident);
    submitted(stage, incident, "FINAL_NFRA");
    ask(stage, "settleIncidentNotices(incidentId: $id)", incident);
    tell(
        stage,
        "reviewIncident",
        "ReviewIncidentInput",
        incident,
        Map.of(
            "reportSha256",
            "x".repeat(43),
            "lessons",
            "partners are asked what they do with copies"));
    ask(stage, "closeIncident(incidentId: $id)", incident);
  }

  private Map<String, Object> exposure(Stage stage) {
    return Map.of(
        "actorKind", "partner",
        "actorId", Cast.HAIYUN,
        "from", since.toString(),
        "until", stage.now().plusSeconds(60).toString(),
        "fields", List.of("name", "mobile"));
  }

  private static void submitted(Stage stage, String incident, String kind) {
    tell(
        stage,
        "submitIncidentReport",
        "SubmitIncidentReportInput",
        incident,
        Map.of(
            "kind", kind, "submission", "NFRA-" + kind, "texts", IncidentWords.inBothLanguages()));
  }

  /** The ex-agent of Haiyun: proposed by one officer, listed by another, handed to the police. */
  private static void banned(Stage stage) {
    String ban =
        stage
            .officer()
            .tell(
                "proposeBan",
                "BanInput",
                Map.of(
                    "identityNumber",
                    stage.cast.exAgent.idNumber(),
                    "actCode",
                    "LEAK",
                    "evidence",
                    "CASE-" + stage.cast.managerNo),
                "{ id }")
            .path("id")
            .asText();
    stage.about(ban);
    Map<String, String> named = Map.of("id", ban);
    stage.second().ask("mutation($id: ID!) { approveBan(banId: $id) { state } }", named);
    stage
        .officer()
        .ask(
            "mutation($id: ID!) { referBanToPolice(banId: $id, reference: \"POLICE-2026-77\") { id"
                + " } }",
            named);
  }

  private static void tell(
      Stage stage, String mutation, String type, String incident, Map<String, ?> more) {
    Map<String, Object> input = new java.util.HashMap<>(more);
    input.put("incidentId", incident);
    stage.officer().tell(mutation, type, input, SHOWN);
  }

  private static void ask(Stage stage, String call, String incident) {
    stage
        .officer()
        .ask("mutation($id: ID!) { " + call + " " + SHOWN + " }", Map.of("id", incident));
  }
}
