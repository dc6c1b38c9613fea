package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * R-RC-15 through the gateway: an export needs another person, leaves once, and tells its maker.
 */
@SystemTest
class ExportTest {
  private static final String BRANCH = "杭州分公司";
  private static final String APPROVE =
      "mutation($id: ID!, $key: String!) { approveExport(exportId: $id, keyDigest: $key) { state } }";
  private static final String FETCH =
      "mutation($id: ID!) { produceExport(exportId: $id) { ciphertext } }";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id } }";

  /** Few people: an export after more than twenty in an hour is a matter of the monitor. */
  private static final int PEOPLE = 15;

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final ReceiverKeys insurer = ReceiverKeys.create();
  private final Caller sun;
  private final Caller deng;
  private final String exporter;

  ExportTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.sun = system.caller("sun.supervisor");
    this.deng = system.caller("deng.compliance");
    this.exporter =
        new BrokerTables(system, DatabaseName.RECORDS)
            .column(
                "select employee_no from assignment where controller_id = 'ctl-donghai'"
                    + " and ended_at is null and employee_no <> '1024'"
                    + " group by 1 having count(*) > 15 order by count(*), 1 limit 1")
            .getFirst();
  }

  @Test
  void aLeakedHalfOfAnExportNamesItsMakerAndWhoTouchesItsCanaryIsBlocked()
      throws GeneralSecurityException {
    List<String> own = customers();
    String id = ask(own);
    assertThat(fetch(id).codes()).containsExactly("APPROVAL_REQUIRED");
    assertThat(manager().ask(APPROVE, of(id)).codes()).containsExactly("FORBIDDEN");
    assertThat(sun.ask(APPROVE, Map.of("id", id, "key", "Ab-_".repeat(10) + "Abc")).codes())
        .containsExactly("CONFLICT");
    JsonNode approved = sun.ask(APPROVE, of(id)).data("approveExport");
    assertThat(approved.path("state").asText()).isEqualTo("APPROVED");
    assertThat(deng.ask(APPROVE, of(id)).codes()).containsExactly("EXPORT_STATE_CONFLICT");

    Answer made = fetch(id);
    assertThat(made.codes()).as(made.body()).isEmpty();
    String sheet =
        new String(
            insurer.open(
                made.data("produceExport").path("ciphertext").asText(),
                id.getBytes(StandardCharsets.UTF_8)),
            StandardCharsets.UTF_8);
    assertThat(fetch(id).codes()).containsExactly("EXPORT_STATE_CONFLICT");
    List<String> lines = sheet.lines().toList();
    assertThat(lines.getFirst()).contains("exported by " + exporter, "receiver insurer-7", id);

    List<String> rows = new ArrayList<>(lines.subList(2, lines.size()));
    Collections.shuffle(rows, new Random(7));
    String leaked = String.join("\n", rows.subList(0, rows.size() / 2)).replace(exporter, "");
    JsonNode found =
        deng.ask(
                "mutation($sheet: String!) { decodeWatermark(sheet: $sheet) { exporters { exportId"
                    + " exportedBy producedAt receiver } } }",
                Map.of("sheet", leaked))
            .data("decodeWatermark")
            .path("exporters");
    assertThat(found.findValuesAsText("exportId")).containsExactly(id);
    assertThat(found.findValuesAsText("exportedBy")).containsExactly(exporter);
    assertThat(found.path(0).path("producedAt").asText()).startsWith("20");

    touchTheCanary(
        rows.stream()
            .map(row -> row.substring(0, 36))
            .filter(reference -> !own.contains(reference))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void anApprovalThatNobodyUsedIsOverAfterADay() {
    String id = ask(customers().subList(0, 1));
    assertThat(sun.ask(APPROVE, of(id)).codes()).isEmpty();
    assertThat(
            new BrokerTables(system, DatabaseName.RECORDS)
                .change(
                    "update export set fetch_by = now() - interval '1 second' where id = '"
                        + id
                        + "'"))
        .isEqualTo(1);
    assertThat(fetch(id).codes()).containsExactly("GRANT_EXPIRED");
  }

  private void touchTheCanary(String canary) {
    keycloak.addPerson("curious.manager", "client-manager", "1912", BRANCH);
    Certificates.imported(system, "1912");
    Caller curious = system.callerWith(keycloak.tokenOf("curious.manager"));
    assertThat(curious.ask(READ, Map.of("id", canary)).data("customer").isNull()).isTrue();
    Eventually.passes(() ->
        assertThat(curious.ask(READ, Map.of("id", canary)).codes())
            .containsExactly("ACCESS_BLOCKED"));
    JsonNode alerts =
        deng.ask(
                "{ alerts(state: \"OPEN\", first: 50) { edges { node { actorId interception reasons {"
                    + " signal } } } } }")
            .data("alerts")
            .path("edges");
    assertThat(alerts)
        .extracting(JsonNode::toString)
        .contains(
            "{\"node\":{\"actorId\":\"1912\",\"interception\":\"BLOCK\",\"reasons\":[{\"signal\":\"CANARY\"}]}}");
  }

  /** The approver names the key as the receiver told it. */
  private Map<String, String> of(String export) {
    return Map.of("id", export, "key", insurer.publicKeyDigest());
  }

  private Answer fetch(String export) {
    return manager().ask(FETCH, Map.of("id", export));
  }

  private String ask(List<String> customers) {
    Answer answer =
        manager()
            .ask(
                "mutation($input: RequestExportInput!) { requestExport(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "customerIds", customers,
                        "purpose", "P-04",
                        "reference", "ORD-2026-1",
                        "format", "CSV",
                        "receiver", "insurer-7",
                        "receiverKey", insurer.publicKey())));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data("requestExport").path("id").asText();
  }

  /** Whoever of the two tests comes first adds the account; each has a fresh token. */
  private Caller manager() {
    if (keycloak.person("exporting.manager").isMissingNode()) {
      keycloak.addPerson("exporting.manager", "client-manager", exporter, BRANCH);
      Certificates.imported(system, exporter);
    }
    return system.callerWith(keycloak.tokenOf("exporting.manager"));
  }

  private List<String> customers() {
    return new BrokerTables(system, DatabaseName.RECORDS)
        .column(
            "select customer_id::text from assignment where controller_id = 'ctl-donghai'"
                + " and ended_at is null and employee_no = '"
                + exporter
                + "' order by 1 limit "
                + PEOPLE);
  }
}
