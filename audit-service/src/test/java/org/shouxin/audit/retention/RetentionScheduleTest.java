package org.shouxin.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouxin.audit.retention.Filing.identity;
import static org.shouxin.audit.retention.Filing.policy;
import static org.shouxin.audit.retention.Filing.somebody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.platform.time.BusinessTime;

/** The vectors of DR-09 and R-RC-09. */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class RetentionScheduleTest {
  private final Filing filing = new Filing("ctl-schedule");
  private final UUID lilei = somebody();

  @Test
  void aOneYearPolicyIsKeptFiveYearsAndALongOneTen() {
    filing.report(
        identity(lilei, "2024-07-01"),
        policy(lilei, somebody(), "2020-04-01", "2021-03-31"),
        policy(lilei, somebody(), "2010-01-01", "2024-07-01"));

    assertThat(filing.dueDates(lilei))
        .containsEntry("RT-01", "2026-03-31 v1")
        .containsEntry("RT-02", "2034-07-01 v1")
        .containsEntry("RT-03", "2034-07-01 v2");
  }

  @Test
  void aDueDayOnTheLastOfFebruaryComesOneDayEarlierInAYearWithoutA29th() {
    filing.report(policy(lilei, somebody(), "2023-03-01", "2024-02-29"));

    assertThat(filing.dueDates(lilei)).containsEntry("RT-01", "2029-02-28 v1");
  }

  @Test
  void aPolicyThatHasNotEndedHasNoDueDateAndNeitherHasItsPersonsIdentity() {
    filing.report(
        identity(lilei, "2024-07-01"),
        policy(lilei, somebody(), "2020-04-01", "2021-03-31"),
        policy(lilei, somebody(), "2010-01-01", null),
        policy(lilei, somebody(), "2026-01-01", "2099-12-31"));

    assertThat(filing.dueDates(lilei))
        .containsEntry("RT-01", "2026-03-31 v1")
        .containsEntry("RT-02", "- v1")
        .containsEntry("RT-03", "- v2");
  }

  @Test
  void theAntiMoneyLaunderingLawOf2024DoublesThePeriodOfWhatIsStillKept() {
    UUID longGone = somebody();
    filing.report(
        identity(lilei, "2021-06-30"),
        policy(lilei, somebody(), "2020-07-01", "2021-06-30"),
        identity(longGone, "2019-06-30"),
        policy(longGone, somebody(), "2018-07-01", "2019-06-30"));
    filing.recompute(LocalDate.parse("2024-12-31"));
    assertThat(filing.dueDates(lilei)).containsEntry("RT-03", "2026-06-30 v1");

    filing.recompute(LocalDate.parse("2025-01-01"));

    assertThat(filing.dueDates(lilei)).containsEntry("RT-03", "2031-06-30 v2");
    assertThat(filing.changes(lilei))
        .endsWith("RT-03 v1 2026-06-30 > v2 2031-06-30")
        .contains("RT-03 v2 2031-06-30 > v1 2026-06-30");
    assertThat(filing.dueDates(longGone)).containsEntry("RT-03", "2024-06-30 v1");
    assertThat(filing.changes(longGone)).isEmpty();
  }

  @Test
  void ofSeveralPoliciesThePeriodThatEndsLastKeepsThePerson() {
    filing.report(
        identity(lilei, "2024-06-30"),
        policy(lilei, somebody(), "2010-01-01", "2021-12-31"),
        policy(lilei, somebody(), "2023-07-01", "2024-06-30"));

    filing.recompute(LocalDate.parse("2024-12-31"));
    assertThat(filing.dueDates(lilei))
        .as("the older policy's ten years, not five after the relationship")
        .containsEntry("RT-03", "2031-12-31 v1");
    filing.recompute(LocalDate.parse("2025-01-01"));
    assertThat(filing.dueDates(lilei))
        .as("ten years after the relationship")
        .containsEntry("RT-01", "2029-06-30 v1")
        .containsEntry("RT-02", "2031-12-31 v1")
        .containsEntry("RT-03", "2034-06-30 v2");
  }

  @Test
  void bothVersionsOfAChangedPeriodAreReadWithTheRecord() {
    filing.report(
        identity(lilei, "2021-06-30"), policy(lilei, somebody(), "2020-07-01", "2021-06-30"));
    filing.recompute(LocalDate.parse("2024-12-31"));
    filing.recompute(LocalDate.parse("2025-01-01"));

    JsonPath kept =
        Staff.employee("ctl-schedule", "auditor", "1002")
            .post("/v1/retention/query", Map.of("customerId", lilei.toString()))
            .jsonPath();
    assertThat(
            kept.getList(
                "find { it.kind == 'IDENTITY' }.changes.collect { 'v' + it.fromVersion + ' '"
                    + " + it.fromDueOn + ' > v' + it.toVersion + ' ' + it.toDueOn }",
                String.class))
        .endsWith("v2 2031-06-30 > v1 2026-06-30", "v1 2026-06-30 > v2 2031-06-30");
    assertThat(kept.getList("find { it.kind == 'POLICY' }.changes")).isEmpty();
  }

  @Test
  void aRecordIsKeptUntilMidnightOfItsDueDayAndItsPersonAsLongAsAnyOfHers() {
    filing.report(
        identity(lilei, "2021-03-31"), policy(lilei, somebody(), "2020-04-01", "2021-03-31"));

    assertThat(filing.due(lilei, LocalDate.parse("2026-03-31"))).isEmpty();
    assertThat(filing.due(lilei, LocalDate.parse("2026-04-01"))).containsExactly("RT-01");
    assertThat(filing.due(lilei, LocalDate.parse("2031-04-01")))
        .containsExactlyInAnyOrder("RT-01", "RT-03");
  }

  @Test
  void aProspectWithoutADealIsDueAfter180Days() {
    filing.report(identity(lilei, "2026-01-01"));

    assertThat(filing.dueDates(lilei)).isEqualTo(Map.of("RT-15", "2026-06-30 v1"));
    assertThat(filing.due(lilei, LocalDate.parse("2026-07-01"))).containsExactly("RT-15");
  }

  @Test
  void evidenceOfConsentIsNeverShorterKeptThanTheFileItJustifies() {
    filing.report(policy(lilei, somebody(), "2010-01-01", "2024-07-01"));
    filing.reportConsent(Filing.of(RecordKind.CONSENT, lilei, somebody(), "2024-08-01"));
    UUID noFile = somebody();
    filing.reportConsent(Filing.of(RecordKind.CONSENT, noFile, somebody(), "2024-08-01"));

    assertThat(filing.dueDates(lilei)).containsEntry("RT-06", "2034-07-01 v1");
    assertThat(filing.dueDates(noFile)).containsEntry("RT-06", "2027-08-01 v1");
  }

  @Test
  void theSameReportTwiceChangesNothing() {
    ReportedRecord told = policy(lilei, somebody(), "2020-04-01", "2021-03-31");
    filing.report(told, identity(lilei, "2021-03-31"));
    filing.report(told, identity(lilei, "2021-03-31"));

    assertThat(filing.dueDates(lilei)).hasSize(3);
    assertThat(filing.changes(lilei)).isEmpty();
    assertThat(filing.recompute(LocalDate.now(BusinessTime.ZONE))).isZero();
  }
}
