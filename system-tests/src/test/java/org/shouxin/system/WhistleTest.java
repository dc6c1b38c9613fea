package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.platform.identity.Ids;

/** R-AU-05 through the gateway: nobody learns who reported but both handlers together. */
@SystemTest
class WhistleTest {
  private static final byte[] CONTEXT = "shouxin whistle".getBytes(StandardCharsets.UTF_8);
  private static final String BRANCH = "杭州分公司";
  private static final String REPORTER = "wb-4f81c3";
  private static final String WORDS = "customer lists are sold to a garage";
  private static final String REPORTS =
      "{ whistleReports { id firstHandler secondHandler identity text state } }";

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final ReceiverKeys firstKeys = ReceiverKeys.create();
  private final ReceiverKeys secondKeys = ReceiverKeys.create();
  private final Caller deng;

  WhistleTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.deng = system.caller("deng.compliance");
  }

  @Test
  void onlyBothHandlersTogetherLearnWhoReportedAndTheDumpTellsNobody() throws Exception {
    Caller first = handler("first.handler", "7001", firstKeys);
    Caller second = handler("second.handler", "7002", secondKeys);
    keycloak.addPerson("brave.manager", "client-manager", REPORTER, BRANCH);
    String code =
        system
            .callerWith(keycloak.tokenOf("brave.manager"))
            .ask(
                "mutation($text: String!) { blowWhistle(text: $text, named: true) }",
                Map.of("text", WORDS))
            .data("blowWhistle")
            .asText();

    assertThat(dump()).contains("whistle.report.filed").doesNotContain(REPORTER, WORDS, code);

    JsonNode report = first.ask(REPORTS).data("whistleReports").path(0);
    assertThat(report.path("firstHandler").asText()).isEqualTo("7001");
    String identity = report.path("identity").asText();
    assertThat(unpad(firstKeys.open(report.path("text").asText(), CONTEXT))).isEqualTo(WORDS);
    assertThatThrownBy(() -> secondKeys.open(identity, CONTEXT))
        .isInstanceOf(GeneralSecurityException.class);
    byte[] inner = firstKeys.open(identity, CONTEXT);
    assertThat(new String(inner, StandardCharsets.ISO_8859_1)).doesNotContain(REPORTER);
    assertThat(unpad(secondKeys.open(inner, CONTEXT))).isEqualTo(REPORTER);
    assertThat(deng.ask(REPORTS).data("whistleReports")).isEmpty();
    assertThat(system.caller("sun.supervisor").ask(REPORTS).codes()).containsExactly("FORBIDDEN");

    assertThat(
            second
                .ask(
                    "mutation($id: ID!) { answerWhistle(reportId: $id, state: \"IN_REVIEW\", text: \"seen\") }",
                    Map.of("id", report.path("id").asText()))
                .codes())
        .isEmpty();
    JsonNode status =
        system
            .caller("wang.manager")
            .ask(
                "mutation($code: String!) { whistleStatus(statusCode: $code) { state messages } }",
                Map.of("code", code))
            .data("whistleStatus");
    assertThat(status.path("state").asText()).isEqualTo("IN_REVIEW");
    assertThat(status.path("messages").path(0).asText()).isEqualTo("seen");

    aRightChangeIsOneThatTheWatchIsTestedWith();
    theHandlersLearnOfADayThatIsOver(first);
  }

  /** As if she had reported yesterday and lost a right then: a day is told when it is over. */
  private void theHandlersLearnOfADayThatIsOver(Caller first) throws GeneralSecurityException {
    String lost =
        """
        {"source":"consent-service.whistle0","firstPosition":0,"events":[{"eventId":"%s","controllerId":"ctl-donghai",
         "occurredAt":"%s","type":"right.revoked","actor":{"kind":"employee","id":"1001"},"concerns":"employee:%s"}]}
        """
            .formatted(Ids.random(), Instant.now().minus(Duration.ofDays(1)), REPORTER);
    Answer stored =
        Caller.send(
            HttpRequest.newBuilder(system.url(Component.AUDIT).resolve("/v1/events"))
                .header("Authorization", "Bearer " + system.installation().token("consent-service"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(lost))
                .build());
    assertThat(stored.status()).as(stored.body()).isEqualTo(200);
    new BrokerTables(system, DatabaseName.AUDIT)
        .change("update whistle_report set filed_on = filed_on - 1");

    AtomicReference<String> told = new AtomicReference<>("");
    Eventually.passes(
        Duration.ofMinutes(3),
        () -> {
          JsonNode digests =
              first
                  .ask("{ whistleReports { digests { body } } }")
                  .data("whistleReports")
                  .path(0)
                  .path("digests");
          assertThat(digests).hasSize(1);
          told.set(digests.path(0).path("body").asText());
        });
    assertThat(unpad(firstKeys.open(told.get(), CONTEXT))).contains("right.revoked");
  }

  @Test
  void aHandlersKeyThatIsNoneIsRefusedByItsOwnCode() {
    assertThat(register(deng, "7003", "{}").codes()).containsExactly("WHISTLE_KEY_INVALID");
  }

  /** That the real events are those with which the watch is tested. */
  private void aRightChangeIsOneThatTheWatchIsTestedWith() throws IOException {
    String change =
        deng.ask(
                "mutation($input: StaffChangeInput!) { proposeStaffChange(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "kind",
                        "MOVER",
                        "employeeNo",
                        REPORTER,
                        "identityNumber",
                        "33010019960101992X",
                        "externalCheck",
                        "IAC-2026-5",
                        "roles",
                        List.of("operator"),
                        "branch",
                        BRANCH,
                        "successor",
                        "1000",
                        "effectiveOn",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString())))
            .data("proposeStaffChange")
            .path("id")
            .asText();
    assertThat(
            system
                .caller("fang.compliance")
                .ask(
                    "mutation($id: ID!) { approveStaffChange(changeId: $id) { approvedBy } }",
                    Map.of("id", change))
                .codes())
        .isEmpty();
    List<String> tested =
        Files.readAllLines(Project.path("contracts/examples/people/right-changes.csv"));
    Eventually.passes(() ->
        assertThat(
                system.log().verifiedEntries().stream()
                    .filter(entry -> entry.path("concerns").asText().equals("employee:" + REPORTER))
                    .map(entry ->
                        entry.path("type").asText()
                            + ","
                            + entry.path("resource").path("type").asText())
                    .toList())
            .contains("right.revoked,staff.change", "account.moved,account.task")
            // Customers go to the successor in records-service's own time.
            .filteredOn(event -> !event.startsWith("customers."))
            .isSubsetOf(tested));
  }

  /** She brings her own key; two others approve it by its digest. */
  private Caller handler(String account, String number, ReceiverKeys keys) {
    keycloak.addPerson(account, "compliance-officer", number, BRANCH);
    Caller handler = system.callerWith(keycloak.tokenOf(account));
    assertThat(register(handler, number, keys.publicKey()).codes()).isEmpty();
    assertThat(approve(handler, number, keys).codes()).containsExactly("SELF_APPROVAL");
    assertThat(approve(deng, number, keys).codes()).isEmpty();
    assertThat(approve(system.caller("sun.supervisor"), number, keys).codes()).isEmpty();
    return handler;
  }

  private static Answer approve(Caller by, String number, ReceiverKeys keys) {
    return by.ask(
        "mutation($no: String!, $key: String!) { approveWhistleHandler(employeeNo: $no, keyDigest: $key) }",
        Map.of("no", number, "key", keys.publicKeyDigest()));
  }

  private static Answer register(Caller handler, String number, String key) {
    return handler.ask(
        "mutation($no: String!, $key: String!) { registerWhistleHandler(employeeNo: $no, publicKey: $key) }",
        Map.of("no", number, "key", key));
  }

  /** Every row of every table of the audit database, what stands in bytea columns as text too. */
  private String dump() {
    BrokerTables audit = new BrokerTables(system, DatabaseName.AUDIT);
    StringBuilder dump = new StringBuilder();
    for (String table :
        audit.column("select tablename from pg_tables where schemaname = 'public'")) {
      for (String row : audit.column("select row_to_json(t)::text from " + table + " t")) {
        dump.append(row).append('\n');
        Matcher hex = Pattern.compile("\\\\\\\\x([0-9a-f]+)").matcher(row);
        while (hex.find()) {
          byte[] bytes = HexFormat.of().parseHex(hex.group(1));
          dump.append(new String(bytes, StandardCharsets.ISO_8859_1)).append('\n');
          dump.append(Base64.getEncoder().encodeToString(bytes)).append('\n');
        }
      }
    }
    return dump.toString();
  }

  private static String unpad(byte[] padded) {
    int end = padded.length - 1;
    while (padded[end] == 0) {
      end--;
    }
    return new String(padded, 0, end, StandardCharsets.UTF_8);
  }
}
