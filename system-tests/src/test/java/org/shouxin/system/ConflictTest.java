package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/** R-RC-01: what two files say differently about one person, settled through the edge. */
@SystemTest
class ConflictTest {
  private static final String WORKLIST =
      "{ conflictWorklist(purpose: \"P-04\", first: 2) { people { customerId"
          + " conflicts { values { value source } } } } }";
  private static final String CONFLICTS =
      "query($id: ID!) { conflicts(customerId: $id, purpose: \"P-04\") {"
          + " field values { statementId value source } } }";

  private final RunningSystem system;
  private final Caller wang;
  private final Caller sun;

  ConflictTest(RunningSystem system) {
    this.system = system;
    this.wang = system.caller("wang.manager");
    this.sun = system.caller("sun.supervisor");
  }

  @Test
  void twoPeopleSettleWhatTwoFilesSayDifferentlyAndOthersAreRefused() {
    PlantedPerson person = new PlantedPerson(240);
    Importer importer = new Importer(system);
    importer.send(new BookFile().good(person).bytes(StandardCharsets.UTF_8));
    importer.send(
        new BookFile()
            .with(
                person,
                Map.of(
                    "投保单号", "TS2026900240",
                    "保单号", "PT2026990240",
                    "投保人姓名", "欧阳云飞",
                    "被保险人姓名", "欧阳云飞"))
            .bytes(StandardCharsets.UTF_8));
    String id = idOf(person);

    JsonNode conflicts = conflicts(id);
    assertThat(conflicts.findValuesAsText("field")).containsExactly("name");
    JsonNode values = conflicts.path(0).path("values");
    assertThat(values.findValuesAsText("value")).containsExactly("司***", "欧***");
    assertThat(values.findValuesAsText("source"))
        .hasSize(2)
        .doesNotHaveDuplicates()
        .allMatch(source -> source.startsWith("import:"));
    String other = values.path(1).path("statementId").asText();

    assertThat(choose(wang, id, other)).isEqualTo("CHOSEN");
    assertThat(choose(wang, id, other)).as("the same person again").isEqualTo("CHOSEN");
    assertThat(choose(sun, id, other)).isEqualTo("RESOLVED");

    assertThat(
            wang.ask(
                    "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { name } }",
                    Map.of("id", id))
                .data("customer")
                .path("name")
                .asText())
        .isEqualTo("欧***");
    assertThat(conflicts(id)).isEmpty();
    assertThat(eventsOf(id))
        .containsSubsequence(
            "record.read", "conflict.chosen", "conflict.chosen", "conflict.resolved");
    for (String refused : List.of("partner-haiyun", "li.lei", "ops.operator")) {
      assertThat(system.caller(refused).ask(WORKLIST).codes())
          .as(refused)
          .containsExactly("FORBIDDEN");
    }
  }

  private String idOf(PlantedPerson person) {
    Answer found =
        wang.ask(
            "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"P-04\")"
                + " { id } }",
            Map.of("factors", person.factors()));
    assertThat(found.codes()).as(found.body()).isEmpty();
    return found.data("findCustomer").path("id").asText();
  }

  @Test
  void aSupervisorsWorklistShowsWhoIsInAConflictWithTheMaskedValuesSideBySide() {
    Answer page = sun.ask(WORKLIST);
    assertThat(page.codes()).as(page.body()).isEmpty();
    assertThat(page.data("conflictWorklist").path("people"))
        .hasSizeBetween(1, 2)
        .allSatisfy(person -> {
          assertThat(person.path("customerId").asText()).isNotEmpty();
          assertThat(person.path("conflicts"))
              .isNotEmpty()
              .allSatisfy(conflict ->
                  assertThat(conflict.path("values").findValuesAsText("source"))
                      .hasSizeGreaterThan(1));
          assertThat(person.findValuesAsText("value"))
              .noneMatch(value -> value.matches(".*\\d{8}.*"));
        });
  }

  private JsonNode conflicts(String id) {
    Answer answer = sun.ask(CONFLICTS, Map.of("id", id));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data("conflicts");
  }

  private static String choose(Caller caller, String id, String statement) {
    Answer chosen =
        caller.ask(
            "mutation($input: ChooseConflictInput!) { chooseConflictValue(input: $input) { state } }",
            Map.of(
                "input",
                Map.of(
                    "customerId",
                    id,
                    "purpose",
                    "P-04",
                    "field",
                    "name",
                    "statementId",
                    statement)));
    assertThat(chosen.codes()).as(chosen.body()).isEmpty();
    return chosen.data("chooseConflictValue").path("state").asText();
  }

  private List<String> eventsOf(String id) {
    return new BrokerTables(system, DatabaseName.RECORDS)
        .column(
            "select body::jsonb ->> 'type' from audit_outbox where body::jsonb ->> 'subjectRef' = '"
                + id
                + "' order by transaction_id, id");
  }
}
