package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Step 1: W is hired, learns 40 hours, passes the test, signs, and only then may read. */
final class FirstDay implements Chapter {
  private static final int COURSES = 10;
  private static final int MINUTES = 240;

  @Override
  public void play(Stage stage) {
    stage.step(
        1,
        () -> {
          hired(stage);
          stage.accounts.firstSignIn(stage.cast.managerAccount, Tokens.invented());
          for (int course = 1; course <= COURSES; course++) {
            attended(stage, course);
          }
          passed(stage);
          signed(stage);
        });
  }

  private static void hired(Stage stage) {
    String change =
        stage
            .officer()
            .tell(
                "proposeStaffChange",
                "StaffChangeInput",
                Map.of(
                    "kind",
                    "JOINER",
                    "employeeNo",
                    stage.cast.managerNo,
                    "identityNumber",
                    stage.cast.manager.idNumber(),
                    "externalCheck",
                    "IAC-" + stage.cast.managerNo,
                    "roles",
                    List.of("client-manager"),
                    "branch",
                    Cast.BRANCH,
                    "effectiveOn",
                    stage.today.toString()),
                "{ id }")
            .path("id")
            .asText();
    stage
        .second()
        .ask(
            "mutation($id: ID!) { approveStaffChange(changeId: $id) { approvedBy } }",
            Map.of("id", change));
    Wait.until("W's account", () -> accountIsOpen(stage));
  }

  private static Optional<JsonNode> accountIsOpen(Stage stage) {
    for (JsonNode task : stage.officer().ask("{ accountTasks { employeeNo doneAt } }")) {
      if (task.path("employeeNo").asText().equals(stage.cast.managerNo)
          && task.path("doneAt").isTextual()) {
        return Optional.of(task);
      }
    }
    return Optional.empty();
  }

  private static void attended(Stage stage, int course) {
    stage
        .officer()
        .ask(
            "mutation($input: AttendanceInput!) { recordAttendance(input: $input) }",
            Map.of(
                "input",
                Map.of(
                    "course", "C-%02d".formatted(course),
                    "heldOn", stage.today.minusDays(course / 2 + 1L).toString(),
                    "minutes", MINUTES,
                    "people", List.of(stage.cast.managerNo),
                    "evidenceSha256", "%064x".formatted(course))));
  }

  private static void passed(Stage stage) {
    JsonNode test =
        stage.manager().ask("mutation { drawKnowledgeTest { id questions { number } } }");
    List<Integer> answers = new ArrayList<>();
    test.path("questions")
        .forEach(one -> answers.add(stage.backstage.rightOption(one.path("number").asInt())));
    stage.narrator.say("backstage.answers");
    stage
        .manager()
        .ask(
            "mutation($id: ID!, $answers: [Int!]!) { answerKnowledgeTest(testId: $id, answers: $answers) { passed } }",
            Map.of("id", test.path("id").asText(), "answers", answers));
  }

  private static void signed(Stage stage) {
    for (JsonNode text : stage.manager().ask("{ undertakings { kind sha256Zh } }")) {
      stage
          .manager()
          .ask(
              "mutation($input: SignUndertakingInput!) { signUndertaking(input: $input) }",
              Map.of(
                  "input",
                  Map.of(
                      "kind", text.path("kind").asText(),
                      "language", "zh-CN",
                      "textSha256", text.path("sha256Zh").asText())));
    }
  }
}
