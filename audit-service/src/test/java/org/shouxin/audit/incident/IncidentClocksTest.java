package org.shouxin.audit.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.incident.duty.ClockWatchProbe;

@QuarkusTest
@AuditServiceTest
class IncidentClocksTest {
  @Inject ClockWatchProbe watch;

  @Test
  void aReportThatIsMissingAfterAnHourAndAHalfEscalatesAndAfterTwoHoursIsBreached() {
    String young = Officer.DENG.open(Duration.ofMinutes(59), false);
    String missing = Officer.DENG.open(Duration.ofMinutes(91), false);
    String late = Officer.DENG.open(Duration.ofMinutes(121), false);
    watch.look();
    assertThat(course(young, "K-09")).containsExactly("STARTED");
    assertThat(course(missing, "K-09")).containsExactly("STARTED", "ESCALATED");
    assertThat(course(late, "K-09")).containsExactly("STARTED", "BREACHED");
    Officer.DENG.report(late, "FIRST", "NFRA-2026-0001");
    assertThat(course(late, "K-09")).containsExactly("STARTED", "BREACHED", "MET");
  }

  @Test
  void theClocksCountFromWhenItWasKnownNotFromWhenItWasOpened() {
    String incident = Officer.DENG.open(Duration.ofMinutes(30), false);
    JsonPath shown = Officer.DENG.get("/v1/incidents/" + incident);
    Instant known = Instant.parse(shown.getString("knownAt"));
    assertThat(due(shown, "K-09")).isEqualTo(known.plus(Duration.ofHours(2)));
    assertThat(due(shown, "K-10")).isEqualTo(known.plus(Duration.ofHours(24)));
    assertThat(due(shown, "K-14-DECIDE")).isEqualTo(known.plus(Duration.ofHours(24)));
    assertThat(shown.getList("clocks.code")).containsExactly("K-09", "K-10", "K-14-DECIDE");
  }

  @Test
  void theGradeAndMinorsOweMoreAndTheWizardSaysWhy() {
    String incident = Officer.DENG.open(Duration.ofMinutes(1), false);
    JsonPath assessed = Officer.DENG.step(incident, "assessment", Officer.wizard(1_000_000, true));
    assertThat(assessed.getString("assessment.grade")).isEqualTo("LARGER");
    assertThat(assessed.getList("assessment.because.rule")).containsExactly("G-03", "G-04");
    assertThat(assessed.getList("clocks.code"))
        .containsExactly("K-09", "K-10", "K-12", "K-14-DECIDE", "K-15-REPORT");
    Instant known = Instant.parse(assessed.getString("knownAt"));
    assertThat(due(assessed, "K-12")).isEqualTo(known.plus(Duration.ofHours(4)));
  }

  @Test
  void anEspeciallyMajorIncidentOwesProgressEveryTwoHoursUntilItsHandlingEnds() {
    String incident = Officer.DENG.open(Duration.ofMinutes(1), false);
    Officer.DENG.step(incident, "assessment", Officer.wizard(100_000_000, false));
    Officer.DENG.report(incident, "FIRST", "NFRA-2026-0002");
    assertThat(course(incident, "K-11")).containsExactly("STARTED");
    JsonPath told = Officer.DENG.report(incident, "PROGRESS", "NFRA-2026-0003");
    assertThat(told.getList("clocks.find { it.code == 'K-11' }.course")).containsExactly("STARTED");
    JsonPath ended =
        Officer.DENG.step(incident, "containment", Map.of("measures", "access was locked"));
    assertThat(ended.getString("clocks.find { it.code == 'K-11' }.metAt")).isNotNull();
    assertThat(ended.getList("clocks.code")).contains("K-13-NFRA", "K-13-CAC");
  }

  @Test
  void oneRowThatCannotBeWorkedOnIsSetAsideAndTheOthersGoOn() {
    String poisoned = Officer.DENG.open(Duration.ofMinutes(1), false);
    watch.putPoison(UUID.fromString(poisoned));
    String late = Officer.DENG.open(Duration.ofMinutes(121), false);
    watch.look();
    assertThat(course(late, "K-09")).containsExactly("STARTED", "BREACHED");
    assertThat(watch.takePoison(UUID.fromString(poisoned))).isAfter(Instant.now());
  }

  private static List<String> course(String incident, String code) {
    return Officer.DENG
        .get("/v1/incidents/" + incident)
        .getList("clocks.find { it.code == '%s' }.course".formatted(code));
  }

  private static Instant due(JsonPath shown, String code) {
    return Instant.parse(shown.getString("clocks.find { it.code == '%s' }.dueAt".formatted(code)));
  }
}
