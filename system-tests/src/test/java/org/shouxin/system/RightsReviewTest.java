package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * R-AC-04 through the gateway, at ctl-xinghe: a review that ends suspends everything unanswered,
 * and no other test's people work there.
 */
@SystemTest
class RightsReviewTest {
  private static final Duration NEXT_LOOK = Duration.ofSeconds(100);
  private static final String DECIDE =
      "mutation($id: ID!, $yes: Boolean!) { decideRight(rightId: $id, confirmed: $yes) { state } }";

  private final BrokerTables consent;
  private final Caller he;
  private final Caller qian;

  RightsReviewTest(RunningSystem system) {
    this.consent = new BrokerTables(system, DatabaseName.CONSENT);
    this.he = system.caller("he.compliance");
    this.qian = system.caller("qian.supervisor");
  }

  @Test
  void whenAReviewEndsEveryRightIsDecidedAndTheSuspendedAreTheUnanswered() throws Exception {
    joined("2101", "33010019930101995X");
    String review =
        he.ask("mutation { openRightsReview { id } }").data("openRightsReview").path("id").asText();
    assertThat(he.ask("mutation { openRightsReview { id } }").codes()).containsExactly("CONFLICT");
    List<JsonNode> rights = rights(review);
    assertThat(rights)
        .hasSizeGreaterThan(3)
        .allSatisfy(right -> assertThat(right.path("marks").toString()).isEqualTo("[\"UNUSED\"]"));
    decide(rights.get(0), true, "CONFIRMED");
    decide(rights.get(1), false, "REVOKED");

    consent.change("update rights_review set due_at = now() where id = '" + review + "'");
    consent.change(
        "update review_schedule set look_again_at = now() where controller_id = 'ctl-xinghe'");
    Eventually.passes(
        NEXT_LOOK,
        () ->
            assertThat(rights(review))
                .extracting(right -> right.path("state").asText())
                .doesNotContain("OPEN"));

    List<String> suspended =
        rights(review).stream()
            .filter(right -> right.path("state").asText().equals("SUSPENDED"))
            .map(RightsReviewTest::name)
            .toList();
    assertThat(suspended)
        .containsExactlyElementsOf(rights.stream().skip(2).map(RightsReviewTest::name).toList());
    JsonNode closed =
        he.ask("{ rightsReviews { id report signature } }").data("rightsReviews").path(0);
    JsonNode report = Caller.JSON.readTree(closed.path("report").asText());
    assertThat(report.path("open").asInt()).isZero();
    assertThat(texts(report.path("unanswered"))).isEqualTo(suspended);
    assertThat(texts(report.path("suspended"))).isEqualTo(suspended);
    assertThat(closed.path("signature").asText()).matches("[\\w-]+\\.\\.[\\w-]{86}");
    decide(rights.get(2), true, "CONFIRMED");
  }

  private void decide(JsonNode right, boolean confirmed, String state) {
    assertThat(
            he.ask(DECIDE, Map.of("id", right.path("id").asText(), "yes", confirmed))
                .data("decideRight")
                .path("state")
                .asText())
        .isEqualTo(state);
  }

  private void joined(String employee, String identityNumber) {
    Answer proposed =
        he.ask(
            "mutation($input: StaffChangeInput!) { proposeStaffChange(input: $input) { id } }",
            Map.of(
                "input",
                Map.of(
                    "kind",
                    "JOINER",
                    "employeeNo",
                    employee,
                    "identityNumber",
                    identityNumber,
                    "roles",
                    List.of("client-manager"),
                    "branch",
                    "总部",
                    "externalCheck",
                    "IAC-2026-3",
                    "effectiveOn",
                    LocalDate.now(ZoneId.of("Asia/Shanghai")).toString())));
    assertThat(proposed.codes()).as(proposed.body()).isEmpty();
    assertThat(
            qian.ask(
                    "mutation($id: ID!) { approveStaffChange(changeId: $id) { approvedBy } }",
                    Map.of("id", proposed.data("proposeStaffChange").path("id").asText()))
                .codes())
        .isEmpty();
  }

  private List<JsonNode> rights(String review) {
    JsonNode rights =
        he.ask(
                "query($id: ID!) { reviewedRights(reviewId: $id) { id employeeNo purpose marks state } }",
                Map.of("id", review))
            .data("reviewedRights");
    return StreamSupport.stream(rights.spliterator(), false)
        .filter(right -> right.path("employeeNo").asText().equals("2101"))
        .toList();
  }

  private static String name(JsonNode right) {
    return right.path("employeeNo").asText() + "/" + right.path("purpose").asText();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .filter(text -> text.startsWith("2101/"))
        .toList();
  }
}
