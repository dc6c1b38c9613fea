package org.shouxin.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What people leave in the queues of the console. */
final class ConsoleWork {
  private final RunningSystem system;

  ConsoleWork(RunningSystem system) {
    this.system = system;
  }

  String requestAccess() {
    return system
        .caller("wang.manager")
        .ask(
            "mutation($ids: [ID!]!) { requestAccess(input: {customerIds: $ids, fields: [\"name\"],"
                + " purpose: \"P-04\", reason: \"a colleague is ill\", minutes: 60}) { id } }",
            Map.of("ids", List.of(system.customer("han.mei").id())))
        .data("requestAccess")
        .path("id")
        .asText();
  }

  String requestBackup(String act, String keys) {
    return system
        .caller("ops.operator")
        .ask(
            "mutation($act: String!, $keys: String!) { requestBackupAccess(input: {act: $act,"
                + " keysBackup: $keys, reason: \"a rehearsal of two people\"}) { id } }",
            Map.of("act", act, "keys", keys))
        .data("requestBackupAccess")
        .path("id")
        .asText();
  }

  String fileComplaint() {
    DemoCustomer lilei = system.customer("li.lei");
    return lilei
        .caller()
        .ask(
            "mutation($id: ID!) { fileComplaint(input: {customerId: $id, subject: \"a\", detail:"
                + " \"b\"}) { id } }",
            Map.of("id", lilei.id()))
        .data("fileComplaint")
        .path("id")
        .asText();
  }

  /** Something in the queues, so that the pages show what they are for. */
  void leaveWork() {
    requestAccess();
    DemoCustomer lilei = system.customer("li.lei");
    lilei
        .caller()
        .ask(
            "mutation($id: ID!) { fileComplaint(input: {customerId: $id, subject: \"a\", detail:"
                + " \"b\"}) { id } fileRightsRequest(input: {customerId: $id, type: \"COPY\"}) { id"
                + " } }",
            Map.of("id", lilei.id()));
    lilei
        .caller()
        .ask(
            "mutation($input: FileLeakReportInput!) { fileLeakReport(input: $input) { id } }",
            Map.of(
                "input",
                Map.of(
                    "customerId", lilei.id(),
                    "contactedAt", Instant.now().minusSeconds(60).toString(),
                    "knownFields", List.of("mobile", "name"),
                    "detail", "a caller knew it")));
    system
        .caller("fang.compliance")
        .ask(
            "mutation($id: ID!) { proposeCorrection(input: {customerId: $id, field: \"name\","
                + " value: \"李磊磊\", evidence: \"identity card seen\"}) { id } }",
            Map.of("id", lilei.id()));
    Caller deng = system.caller("deng.compliance");
    String report =
        deng.ask("{ leakReports { id } }").data("leakReports").path(0).path("id").asText();
    deng.ask(
        "mutation($input: OpenIncidentInput!) { openIncident(input: $input) { id } }",
        Map.of(
            "input",
            Map.of(
                "sourceKind",
                "LEAK_REPORT",
                "sourceReference",
                report,
                "knownAt",
                Instant.now().toString(),
                "drill",
                true)));
    deng.ask(
        "mutation($reference: String!, $digest: String!) { openCampaign(input: {insurer:"
            + " \"平和人寿保险有限公司\", reference: $reference, sha256: $digest, receivedOn: \"2026-11-01\","
            + " dueOn: \"2027-12-01\", consequence: \"缓发手续费\", policies: []}) { id } }",
        Map.of(
            "reference",
            "平和函2026-" + Instant.now().getEpochSecond(),
            "digest",
            "0".repeat(63) + "2"));
    system
        .caller("fang.compliance")
        .ask(
            "mutation($customer: ID!) { placeLegalHold(input: {kind: \"PERSON\", customerId:"
                + " $customer, reason: \"court case 2026-118\"}) { id } }",
            Map.of("customer", lilei.id()));
  }
}
