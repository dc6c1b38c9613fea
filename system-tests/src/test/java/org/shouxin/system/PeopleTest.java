package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * R-AC-03, R-AC-06, R-AC-07 through the gateway, with people of their own in the real Keycloak and
 * with real tokens.
 */
@SystemTest
class PeopleTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));
  private static final String BRANCH = "杭州分公司";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id name } }";

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final Caller deng;
  private final Caller fang;

  PeopleTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.deng = system.caller("deng.compliance");
    this.fang = system.caller("fang.compliance");
  }

  @Test
  void thirtyNineAndAHalfHoursAreRefusedAndFortyWithTestAndSignaturesAreLetIn() {
    keycloak.addPerson("new.manager", "client-manager", "1901", BRANCH);
    Caller manager = system.callerWith(keycloak.tokenOf("new.manager"));
    for (int course = 1; course <= 10; course++) {
      attended("1901", course, TODAY.minusDays(course / 2 + 1L), course == 10 ? 210 : 240);
    }
    JsonNode test =
        manager
            .ask("mutation { drawKnowledgeTest { id questions { number } } }")
            .data("drawKnowledgeTest");
    List<Integer> answers = new ArrayList<>();
    test.path("questions").forEach(one -> answers.add(rightOption(one.path("number").asInt())));
    assertThat(
            manager
                .ask(
                    "mutation($id: ID!, $answers: [Int!]!) { answerKnowledgeTest(testId: $id, answers: $answers) { passed } }",
                    Map.of("id", test.path("id").asText(), "answers", answers))
                .data("answerKnowledgeTest")
                .path("passed")
                .asBoolean())
        .isTrue();
    for (JsonNode text : manager.ask("{ undertakings { kind sha256En } }").data("undertakings")) {
      manager.ask(
          "mutation($input: SignUndertakingInput!) { signUndertaking(input: $input) }",
          Map.of(
              "input",
              Map.of(
                  "kind", text.path("kind").asText(),
                  "language", "en",
                  "textSha256", text.path("sha256En").asText())));
    }
    assertThat(reading(manager).codes()).containsExactly("TRAINING_REQUIRED");

    attended("1901", 11, TODAY.minusDays(9), 30);

    assertThat(reading(manager).codes()).doesNotContain("TRAINING_REQUIRED");
    assertThat(
            manager
                .ask("{ trainingTranscript { state } }")
                .data("trainingTranscript")
                .path("state")
                .asText())
        .isEqualTo("CLEARED");
  }

  @Test
  void aLeaversNextReadIsRefusedAndHerAccountAndTokensAreDead() {
    keycloak.addPerson("leaving.manager", "client-manager", "1902", BRANCH);
    cleared("1902");
    String token = keycloak.tokenOf("leaving.manager");
    JsonNode tokens = keycloak.tokensOf("leaving.manager");
    Caller manager = system.callerWith(token);
    assertThat(reading(manager).codes()).doesNotContain("TRAINING_REQUIRED", "POSITION_ENDED");

    String change =
        deng.ask(
                "mutation($input: StaffChangeInput!) { proposeStaffChange(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "kind", "LEAVER",
                        "employeeNo", "1902",
                        "successor", "1000",
                        "effectiveOn", TODAY.toString())))
            .data("proposeStaffChange")
            .path("id")
            .asText();
    String approve = "mutation($id: ID!) { approveStaffChange(changeId: $id) { approvedBy } }";
    assertThat(deng.ask(approve, Map.of("id", change)).codes()).containsExactly("SELF_APPROVAL");
    assertThat(reading(manager).codes()).doesNotContain("POSITION_ENDED");
    assertThat(
            fang.ask(approve, Map.of("id", change))
                .data("approveStaffChange")
                .path("approvedBy")
                .asText())
        .isEqualTo("1004");

    assertThat(reading(manager).codes()).containsExactly("POSITION_ENDED");
    Eventually.passes(() -> assertThat(taskOf("1902").path("doneAt").asText("")).startsWith("20"));
    assertThat(keycloak.isEnabled("leaving.manager")).isFalse();
    assertThat(keycloak.refresh(tokens.path("refresh_token").asText()).status()).isEqualTo(400);
    assertThat(keycloak.tokensOf("leaving.manager").has("access_token")).isFalse();
    JsonNode claims = claims(token);
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong())
        .as("seconds after which the last token is 401 by itself, well within 15 minutes")
        .isLessThanOrEqualTo(300);
  }

  @Test
  void aBanClosesAccessAndNobodyHiresThePersonAgain() {
    keycloak.addPerson("banned.manager", "client-manager", "1903", BRANCH);
    cleared("1903");
    Caller manager = system.callerWith(keycloak.tokenOf("banned.manager"));
    assertThat(reading(manager).codes()).doesNotContain("TRAINING_REQUIRED", "ACCESS_BLOCKED");
    String list = "mutation($input: BanInput!) { proposeBan(input: $input) { id } }";
    assertThat(
            deng.ask(
                    list,
                    Map.of(
                        "input",
                        Map.of("identityNumber", "33010019900101999X", "actCode", "RESALE")))
                .codes())
        .containsExactly("EVIDENCE_REQUIRED");
    String ban =
        deng.ask(
                list,
                Map.of(
                    "input",
                    Map.of(
                        "identityNumber", "33010019900101999X",
                        "employeeNo", "1903",
                        "actCode", "RESALE",
                        "evidence", "CASE-2026-9")))
            .data("proposeBan")
            .path("id")
            .asText();
    String approve = "mutation($id: ID!) { approveBan(banId: $id) { state } }";
    assertThat(deng.ask(approve, Map.of("id", ban)).codes()).containsExactly("SELF_APPROVAL");
    assertThat(fang.ask(approve, Map.of("id", ban)).data("approveBan").path("state").asText())
        .isEqualTo("LISTED");

    assertThat(reading(manager).codes()).containsExactly("ACCESS_BLOCKED");
    Eventually.passes(() -> assertThat(keycloak.isEnabled("banned.manager")).isFalse());
    Answer hiring =
        deng.ask(
            "mutation($input: StaffChangeInput!) { proposeStaffChange(input: $input) { id } }",
            Map.of(
                "input",
                Map.of(
                    "kind", "JOINER",
                    "employeeNo", "1999",
                    "identityNumber", "330100 19900101 999x",
                    "roles", List.of("client-manager"),
                    "branch", BRANCH,
                    "externalCheck", "IAC-2026-1",
                    "effectiveOn", TODAY.toString())));
    assertThat(hiring.codes()).containsExactly("BANNED_PERSON");
  }

  private void attended(String person, int list, LocalDate day, int minutes) {
    Answer answer =
        deng.ask(
            "mutation($input: AttendanceInput!) { recordAttendance(input: $input) }",
            Map.of(
                "input",
                Map.of(
                    "course", "C-%02d".formatted(Math.min(list, 10)),
                    "heldOn", day.toString(),
                    "minutes", minutes,
                    "people", List.of(person),
                    "evidenceSha256", "%064x".formatted(list))));
    assertThat(answer.codes()).isEmpty();
  }

  private void cleared(String person) {
    Certificates.imported(system, person);
  }

  private Answer reading(Caller caller) {
    return caller.ask(READ, Map.of("id", system.customer("li.lei").id()));
  }

  private JsonNode taskOf(String employee) {
    for (JsonNode task :
        deng.ask("{ accountTasks { employeeNo doneAt dueAt } }").data("accountTasks")) {
      if (task.path("employeeNo").asText().equals(employee)) {
        return task;
      }
    }
    throw new AssertionError("no task of " + employee);
  }

  /** What an honest person would know: the bank's key, read where the service keeps it. */
  private int rightOption(int question) {
    try (Connection connection = system.installation().administrator(DatabaseName.CONSENT);
        PreparedStatement statement =
            connection.prepareStatement(
                "select right_option from test_question where number = ?")) {
      statement.setInt(1, question);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JsonNode claims(String token) {
    try {
      return Caller.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
