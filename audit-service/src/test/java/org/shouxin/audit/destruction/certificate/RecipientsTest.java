package org.shouxin.audit.destruction.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.shouxin.audit.AuditServiceTest;
import org.shouxin.audit.Reporter;
import org.shouxin.audit.destruction.Desk;
import org.shouxin.platform.identity.Ids;

/** What a certificate says of those who had the data, or have a copy of it (R-RC-11). */
@QuarkusTest
@AuditServiceTest
@NullUnmarked
class RecipientsTest {
  private final UUID lilei = Ids.random();
  private final UUID hanmei = Ids.random();
  private final String partner = "p-" + Ids.random();

  @Inject CertificateIssue issue;
  @Inject ObjectMapper json;

  @Test
  void aRecipientThatStaysSilentIsListedAsOverdueWhenItsTimeIsOut() throws Exception {
    new Reporter().report(List.of(Reporter.dataProvided(partner, lilei)));
    String plan = Desk.started(List.of(Desk.person(lilei), Desk.person(hanmei)));
    Desk.RECORDS.destroyAll(plan);
    Desk.WITNESS.witness(plan).then().statusCode(200);
    Map<String, Object> request = CertificateTest.requestsTo(partner).getFirst();
    Desk.CONSENT
        .post(
            "/v1/destruction/recipient-requests/outcomes", CertificateTest.outcome(request, "TOLD"))
        .then()
        .statusCode(204);
    issue.look();
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("WITNESSED");
    fifteenDaysLater(UUID.fromString((String) request.get("requestId")));
    assertThat(CertificateTest.requestsTo(partner)).isEmpty();
    issue.look();
    JsonNode certificate = json.readTree(CertificateTest.certified(plan).getString("body"));
    assertThat(certificate.at("/recipients/0/state").asText()).isEqualTo("OVERDUE");
    assertThat(Desk.events(plan, 9))
        .contains("recipient.confirmation_overdue")
        .endsWith("destruction.certified");
  }

  private static void fifteenDaysLater(UUID request) {
    Desk.database()
        .write(
            Desk.DONGHAI,
            handle -> {
              handle.execute(
                  "update destruction_recipient set asked_at = asked_at - interval '15 days',"
                      + " due_at = due_at - interval '15 days' where id = ?",
                  request);
              return handle.execute(
                  "update destruction_recipient_open set look_again_at = look_again_at - interval"
                      + " '15 days' where request_id = ?",
                  request);
            });
  }

  @Test
  void exportsInWhichSheStoodAreListedWithWhatTheirReceiverConfirmed() throws Exception {
    String plan = Desk.started(List.of(Desk.person(lilei), Desk.person(hanmei)));
    String export = Ids.random().toString();
    for (Map<String, Object> order = Desk.RECORDS.next(plan);
        order != null;
        order = Desk.RECORDS.next(plan)) {
      Desk.RECORDS.done(order, List.of(exported(export), exported(Ids.random().toString())));
    }
    Desk.WITNESS.witness(plan).then().statusCode(200);
    issue.look();
    assertThat(Desk.WITNESS.plan(plan).getString("state")).isEqualTo("WITNESSED");
    List<Map<String, Object>> requests = CertificateTest.requestsTo(partner);
    assertThat(requests).hasSize(2);
    for (Map<String, Object> request : requests) {
      Desk.CONSENT
          .post(
              "/v1/destruction/recipient-requests/outcomes",
              CertificateTest.outcome(request, "CONFIRMED"))
          .then()
          .statusCode(204);
    }
    issue.look();
    JsonNode copies =
        json.readTree(CertificateTest.certified(plan).getString("body")).get("outsideCopies");
    assertThat(copies).hasSize(3);
    JsonNode shared =
        copies
            .valueStream()
            .filter(copy -> copy.get("exportId").asText().equals(export))
            .findFirst()
            .orElseThrow();
    assertThat(shared.get("receiver").asText()).isEqualTo(partner);
    assertThat(shared.get("people").asInt()).isEqualTo(2);
    assertThat(shared.get("confirmed").asInt()).isEqualTo(2);
  }

  private Map<String, Object> exported(String export) {
    return Map.of("exportId", export, "receiver", partner, "producedAt", "2026-03-01T08:00:00Z");
  }
}
