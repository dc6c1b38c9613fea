package org.shouxin.audit.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.platform.identity.Ids;

@QuarkusTest
@AuditServiceTest
@NullUnmarked
class AffectedPersonsTest {
  private static final Instant FROM = Instant.now().minus(10, ChronoUnit.DAYS);
  private static final Instant UNTIL = FROM.plus(2, ChronoUnit.DAYS);
  private static final List<String> FIELDS = List.of("name", "mobile", "idNumber", "address");

  private final Map<String, TreeSet<String>> truth = new TreeMap<>();
  private final String guilty = "emp-" + Ids.random();
  private final Reporter reporter = new Reporter();

  @Test
  void aLeakOf1200PersonsTouchesExactlyThePersonsWhoseLeakedFieldsWereShown() {
    plant(new Random(20261122));
    assertThat(truth).hasSize(1200);
    String incident = Officer.DENG.open(Duration.ofMinutes(5), false);
    JsonPath computed = compute(incident);
    assertThat(computed.getInt("affected[0].persons")).isEqualTo(1200);
    assertThat(persons(incident, 1)).isEqualTo(truth);
    JsonPath frozen = Officer.DENG.step(incident, "affected/1/freezing", Map.of());
    assertThat(frozen.getInt("frozenVersion")).isEqualTo(1);
    assertThat(Officer.eventsOf(incident, 6)).contains("incident.affected.frozen");
  }

  @Test
  void aLaterComputationOfTheSameQuestionShowsWhoIsNew() {
    UUID early = Ids.random();
    show(guilty, early, FROM.plusSeconds(60), List.of("mobile"));
    String incident = Officer.DENG.open(Duration.ofMinutes(5), false);
    compute(incident);
    JsonPath same = Officer.DENG.step(incident, "affected/1/recomputation", Map.of());
    assertThat(same.getBoolean("same")).isTrue();
    UUID late = Ids.random();
    show(guilty, late, FROM.plusSeconds(90), List.of("mobile"));
    show(guilty, early, FROM.plusSeconds(95), List.of("idNumber"));
    JsonPath other = Officer.DENG.step(incident, "affected/1/recomputation", Map.of());
    assertThat(other.getList("added")).containsExactly(late.toString());
    assertThat(other.getList("gone")).isEmpty();
    assertThat(other.getList("otherFields")).containsExactly(early.toString());
    assertThat(other.getInt("newVersion")).isEqualTo(3);
    List<String> digests = Officer.DENG.get("/v1/incidents/" + incident).getList("affected.digest");
    assertThat(digests.get(0)).isEqualTo(digests.get(1)).isNotEqualTo(digests.get(2));
  }

  @Test
  void aWindowThatEndsBeforeItBeginsAndAListThatDoesNotExistAreRefused() {
    String incident = Officer.DENG.open(Duration.ofMinutes(5), false);
    Map<String, Object> backwards = new HashMap<>(Officer.exposure(guilty, UNTIL));
    backwards.put("until", FROM.toString());
    Officer.DENG
        .tryStep(incident, "affected", Map.of("exposures", List.of(backwards)))
        .then()
        .statusCode(400)
        .body("code", equalTo("REQUEST_INVALID"));
    Officer.DENG
        .tryStep(incident, "affected/7/freezing", Map.of())
        .then()
        .statusCode(404)
        .body("code", equalTo("INCIDENT_LIST_UNKNOWN"));
  }

  /** 1,200 persons whose leaked fields were shown, and as many near misses of each kind. */
  private void plant(Random random) {
    List<Map<String, Object>> events = new ArrayList<>();
    for (int i = 0; i < 1200; i++) {
      UUID person = Ids.random();
      int times = 1 + random.nextInt(2);
      for (int n = 0; n < times; n++) {
        List<String> shown = List.of(FIELDS.get(random.nextInt(3)), "address");
        events.add(event(guilty, person, inWindow(random), shown, true));
        TreeSet<String> leaked = truth.computeIfAbsent(person.toString(), _ -> new TreeSet<>());
        shown.stream().filter(field -> !field.equals("address")).forEach(leaked::add);
      }
    }
    for (int i = 0; i < 200; i++) {
      events.add(event(guilty, Ids.random(), FROM.minusMillis(1 + i), FIELDS, true));
      events.add(event(guilty, Ids.random(), UNTIL.plusMillis(i), FIELDS, true));
      events.add(event(guilty, Ids.random(), inWindow(random), List.of("address"), true));
      events.add(event(guilty, Ids.random(), inWindow(random), FIELDS, false));
      events.add(event("emp-" + Ids.random(), Ids.random(), inWindow(random), FIELDS, true));
    }
    for (int i = 0; i < events.size(); i += 1000) {
      reporter.report(events.subList(i, Math.min(events.size(), i + 1000)));
    }
  }

  private static Instant inWindow(Random random) {
    return FROM.plusMillis(random.nextInt((int) Duration.between(FROM, UNTIL).toMillis()));
  }

  private void show(String actor, UUID person, Instant at, List<String> fields) {
    reporter.report(List.of(event(actor, person, at, fields, true)));
  }

  private static Map<String, Object> event(
      String actor, UUID person, Instant at, List<String> fields, boolean permitted) {
    Map<String, Object> event =
        Reporter.event(
            "ctl-donghai",
            permitted ? "record.read" : "access.denied",
            "employee",
            actor,
            person,
            fields);
    event.put("occurredAt", at.toString());
    return event;
  }

  private JsonPath compute(String incident) {
    Map<String, Object> exposure = new HashMap<>(Officer.exposure(guilty, FROM));
    exposure.put("until", UNTIL.toString());
    exposure.put("fields", List.of("name", "mobile", "idNumber"));
    return Officer.DENG.step(incident, "affected", Map.of("exposures", List.of(exposure)));
  }

  private static Map<String, TreeSet<String>> persons(String incident, int version) {
    Map<String, TreeSet<String>> all = new TreeMap<>();
    Map<String, Object> page = new HashMap<>(Map.of("first", 1000));
    List<Map<String, Object>> rows;
    do {
      rows = Officer.DENG.step(incident, "affected/" + version + "/persons", page).getList("");
      for (Map<String, Object> row : rows) {
        String person = String.valueOf(row.get("subjectRef"));
        all.put(person, new TreeSet<>());
        ((List<?>) row.get("fields")).forEach(field -> all.get(person).add(String.valueOf(field)));
        page.put("after", person);
      }
    } while (!rows.isEmpty());
    return all;
  }
}
