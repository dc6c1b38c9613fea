package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R-AC-03 and R-AC-07 through the gateway: what HR says happens at Keycloak, too. */
@SystemTest
class PositionTest {
  private static final String BRANCH = "杭州分公司";
  private static final String OTHER_BRANCH = "苏州营业部";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id name } }";

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final Caller deng;
  private final Caller fang;

  PositionTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.deng = system.caller("deng.compliance");
    this.fang = system.caller("fang.compliance");
  }

  @Test
  void aJoinersAccountIsMadeAndOpensOnlyAfterAPasswordOfHerOwnAndASecondFactor() {
    Map<String, Object> joining = change("JOINER", "1931");
    joining.put("identityNumber", "33010019910101997X");
    joining.put("externalCheck", "IAC-2026-2");
    joining.put("roles", List.of("client-manager"));
    joining.put("branch", BRANCH);
    approved(joining);

    Eventually.passes(
        () -> assertThat(keycloak.person("donghai.1931").path("enabled").asBoolean()).isTrue());
    Eventually.passes(
        () -> assertThat(keycloak.rolesOf("donghai.1931")).contains("client-manager"));
    JsonNode account = keycloak.person("donghai.1931");
    assertThat(account.path("requiredActions"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("UPDATE_PASSWORD", "CONFIGURE_TOTP");
    assertThat(account.at("/attributes/branch/0").asText()).isEqualTo(BRANCH);
    assertThat(keycloak.tokensOf("donghai.1931").has("access_token")).isFalse();
    keycloak.setPassword("donghai.1931");
    assertThat(keycloak.tokensOf("donghai.1931").path("error_description").asText())
        .isEqualTo("Account is not fully set up");
    Eventually.passes(() -> assertThat(concerning("1931")).contains("account.opened"));
  }

  @Test
  void aMoverKeepsNoRightOfTheOldPosition() {
    keycloak.addPerson("moving.manager", "client-manager", "1932", BRANCH);
    Certificates.imported(system, "1932");
    Caller before = system.callerWith(keycloak.tokenOf("moving.manager"));
    assertThat(reading(before).codes()).isEmpty();
    Map<String, Object> moving = change("MOVER", "1932");
    moving.put("identityNumber", "33010019950101993X");
    moving.put("externalCheck", "IAC-2026-4");
    moving.put("roles", List.of("auditor"));
    moving.put("branch", OTHER_BRANCH);
    moving.put("successor", "1000");
    approved(moving);

    assertThat(reading(before).codes()).containsExactly("POSITION_ENDED");
    Eventually.passes(() ->
        assertThat(keycloak.rolesOf("moving.manager"))
            .contains("auditor")
            .doesNotContain("client-manager"));
    Eventually.passes(() ->
        assertThat(concerning("1932"))
            .containsSubsequence("right.revoked", "right.granted", "account.moved"));
    Caller after = system.callerWith(keycloak.tokenOf("moving.manager"));
    assertThat(after.ask("mutation { openRightsReview { id } }").codes())
        .containsExactly("FORBIDDEN");
    assertThat(reading(after).codes()).doesNotContain("POSITION_ENDED");
  }

  @Test
  void aDecidedCaseGoesToThePoliceOnce() {
    String ban =
        deng.ask(
                "mutation($input: BanInput!) { proposeBan(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "identityNumber", "33010019920101996X",
                        "employeeNo", "1933",
                        "actCode", "LEAK",
                        "evidence", "CASE-2026-11")))
            .data("proposeBan")
            .path("id")
            .asText();
    assertThat(refer(deng, ban).codes()).containsExactly("CONFLICT");
    assertThat(
            fang.ask("mutation($id: ID!) { approveBan(banId: $id) { state } }", Map.of("id", ban))
                .codes())
        .isEmpty();
    assertThat(refer(system.caller("sun.supervisor"), ban).codes()).containsExactly("FORBIDDEN");
    assertThat(refer(deng, ban).data("referBanToPolice").path("policeReference").asText())
        .isEqualTo("POLICE-2026-77");
    assertThat(refer(fang, ban).codes()).containsExactly("CONFLICT");
    Eventually.passes(() ->
        assertThat(concerning("1933"))
            .contains("termination.opened", "manager.responsibility.opened")
            .containsOnlyOnce("police.referred"));
  }

  @Test
  void anUpheldAppealEndsTheBanAndItsHistoryStays() {
    String number = "33010019920303998X";
    String ban =
        deng.ask(
                "mutation($input: BanInput!) { proposeBan(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "identityNumber", number, "actCode", "LEAK", "evidence", "CASE-2026-12")))
            .data("proposeBan")
            .path("id")
            .asText();
    assertThat(
            fang.ask("mutation($id: ID!) { approveBan(banId: $id) { state } }", Map.of("id", ban))
                .data("approveBan")
                .path("state")
                .asText())
        .isEqualTo("LISTED");
    Map<String, Object> joining = change("JOINER", "1934");
    joining.put("identityNumber", number);
    joining.put("externalCheck", "IAC-2026-6");
    joining.put("roles", List.of("client-manager"));
    joining.put("branch", BRANCH);
    assertThat(proposed(joining).codes()).containsExactly("BANNED_PERSON");

    assertThat(
            deng.ask(
                    "mutation($id: ID!) { appealBan(banId: $id, evidence: \"APPEAL-2026-1\") { state } }",
                    Map.of("id", ban))
                .data("appealBan")
                .path("state")
                .asText())
        .isEqualTo("APPEALED");
    assertThat(proposed(joining).codes()).containsExactly("BANNED_PERSON");
    assertThat(upheld(fang, ban).codes()).containsExactly("SELF_APPROVAL");
    Eventually.passes(() -> assertThat(deniedTo("1004")).contains("SELF_APPROVAL"));
    keycloak.addPerson("appeals.officer", "compliance-officer", "1935", BRANCH);
    Caller third = system.callerWith(keycloak.tokenOf("appeals.officer"));
    assertThat(upheld(third, ban).data("decideBanAppeal").path("state").asText())
        .isEqualTo("OVERTURNED");

    assertThat(proposed(joining).codes()).isEmpty();
    String kept = "";
    for (JsonNode entry :
        deng.ask("{ bans { id state evidence approvedBy appealEvidence appealDecidedBy } }")
            .data("bans")) {
      kept = entry.path("id").asText().equals(ban) ? entry.toString() : kept;
    }
    assertThat(kept).contains("OVERTURNED", "CASE-2026-12", "1004", "APPEAL-2026-1", "1935");
  }

  private static Answer upheld(Caller officer, String ban) {
    return officer.ask(
        "mutation($id: ID!) { decideBanAppeal(banId: $id, upheld: true) { state } }",
        Map.of("id", ban));
  }

  private static Answer refer(Caller officer, String ban) {
    return officer.ask(
        "mutation($id: ID!) { referBanToPolice(banId: $id, reference: \"POLICE-2026-77\") {"
            + " policeReference } }",
        Map.of("id", ban));
  }

  private static Map<String, Object> change(String kind, String employee) {
    Map<String, Object> change = new HashMap<>();
    change.put("kind", kind);
    change.put("employeeNo", employee);
    change.put("effectiveOn", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    return change;
  }

  private void approved(Map<String, Object> change) {
    Answer proposed = proposed(change);
    assertThat(proposed.codes()).as(proposed.body()).isEmpty();
    assertThat(
            fang.ask(
                    "mutation($id: ID!) { approveStaffChange(changeId: $id) { approvedBy } }",
                    Map.of("id", proposed.data("proposeStaffChange").path("id").asText()))
                .codes())
        .isEmpty();
  }

  private Answer proposed(Map<String, Object> change) {
    return deng.ask(
        "mutation($input: StaffChangeInput!) { proposeStaffChange(input: $input) { id } }",
        Map.of("input", change));
  }

  private List<String> deniedTo(String employee) {
    return system.log().verifiedEntries().stream()
        .filter(entry -> entry.path("type").asText().equals("access.denied"))
        .filter(entry -> entry.at("/actor/employeeNo").asText().equals(employee))
        .map(entry -> entry.path("reason").asText())
        .toList();
  }

  private Answer reading(Caller caller) {
    return caller.ask(READ, Map.of("id", system.customer("li.lei").id()));
  }

  private List<String> concerning(String employee) {
    return system.log().verifiedEntries().stream()
        .filter(entry -> entry.path("concerns").asText().equals("employee:" + employee))
        .map(entry -> entry.path("type").asText())
        .toList();
  }
}
