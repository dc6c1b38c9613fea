package org.shouxin.system.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouxin.system.Answer;
import org.shouxin.system.Caller;
import org.shouxin.system.DemoCustomer;
import org.shouxin.system.RunningSystem;

/** People of ctl-donghai, who leave something behind in many tables for others to reach for. */
final class Victims {
  private static final String DIGEST = "0".repeat(63) + "1";

  private final Caller manager;
  private final Caller officer;
  private final DemoCustomer customer;
  private final Caller partner;

  Victims(RunningSystem system) {
    this.manager = system.caller("wang.manager");
    this.officer = system.caller("deng.compliance");
    this.customer = system.customer("li.lei");
    this.partner = system.caller("partner-haiyun");
  }

  /** Each does what leaves rows; what they were given as cursors is what intruders try. */
  List<String> actAndReturnTheirCursors() {
    String id = customer.id();
    done(
        customer
            .caller()
            .ask(
                "mutation($id: ID!) { fileComplaint(input: {customerId: $id, subject: \"a\", detail: \"b\"}) { id }"
                    + " fileRightsRequest(input: {customerId: $id, type: \"COPY\"}) { id } }",
                Map.of("id", id)));
    done(
        officer.ask(
            "mutation($customer: ID!) { placeLegalHold(input: {kind: \"PERSON\", customerId: $customer,"
                + " reason: \"court case 2026-118\"}) { id } }",
            Map.of("customer", id)));
    done(
        officer.ask(
            "mutation($reference: String!, $digest: String!) { openCampaign(input: {insurer: \"平和人寿保险有限公司\","
                + " reference: $reference, sha256: $digest, receivedOn: \"2026-11-01\", dueOn: \"2027-12-01\","
                + " consequence: \"none\", policies: []}) { id } }",
            Map.of("reference", "F-" + Instant.now().toEpochMilli(), "digest", DIGEST)));
    manager.ask(
        "mutation($ids: [ID!]!) { requestAccess(input: {customerIds: $ids, fields: [\"name\"], purpose: \"P-04\","
            + " reason: \"a colleague is ill\", minutes: 60}) { id } }",
        Map.of("ids", List.of(id)));
    openIncident(id);
    return cursors(id);
  }

  private void openIncident(String id) {
    Answer report =
        customer
            .caller()
            .ask(
                "mutation($input: FileLeakReportInput!) { fileLeakReport(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "customerId",
                        id,
                        "contactedAt",
                        Instant.now().minusSeconds(60).toString(),
                        "knownFields",
                        List.of("mobile"),
                        "detail",
                        "a caller knew it")));
    done(report);
    done(
        officer.ask(
            "mutation($input: OpenIncidentInput!) { openIncident(input: $input) { id } }",
            Map.of(
                "input",
                Map.of(
                    "sourceKind",
                    "LEAK_REPORT",
                    "sourceReference",
                    report.data("fileLeakReport").path("id").asText(),
                    "knownAt",
                    Instant.now().toString(),
                    "drill",
                    true))));
  }

  /** Cursors of three listings, one bent by a letter, and one of no listing at all. */
  private List<String> cursors(String id) {
    List<String> cursors =
        new ArrayList<>(List.of("AAAA", UUID.nameUUIDFromBytes(new byte[] {1}).toString()));
    add(
        cursors,
        manager.ask("{ customers(purpose: \"P-04\", first: 2) { pageInfo { endCursor } } }"),
        "customers");
    add(
        cursors,
        customer
            .caller()
            .ask(
                "query($id: ID!) { accessHistory(customerId: $id, first: 2) { pageInfo { endCursor } } }",
                Map.of("id", id)),
        "accessHistory");
    add(cursors, officer.ask("{ alerts(first: 1) { pageInfo { endCursor } } }"), "alerts");
    add(
        cursors,
        partner.ask("{ customers(purpose: \"P-12\", first: 1) { pageInfo { endCursor } } }"),
        "customers");
    cursors.add("b" + cursors.getLast().substring(1));
    return cursors;
  }

  private static void add(List<String> cursors, Answer page, String listing) {
    String cursor = page.data(listing).path("pageInfo").path("endCursor").asText("");
    if (!cursor.isEmpty()) {
      cursors.add(cursor);
    }
  }

  private static void done(Answer answer) {
    assertThat(answer.codes()).as(answer.body()).isEmpty();
  }
}
