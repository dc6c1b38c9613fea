package org.shouxin.launcher.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.Layout;
import org.shouxin.launcher.keycloak.TokenEndpoint;

/**
 * Brings the staff's certificates in as an existing broker does (R-AC-06): from papers, proposed by
 * one, approved by another; and declares an agent of each partner.
 */
final class DemoStaff {
  /** Certificates that one brings in and another approves; neither is among the people. */
  private record Papers(String proposer, String approver, List<String> people) {}

  private static final List<Papers> PAPERS =
      List.of(
          new Papers("deng.compliance", "fang.compliance", List.of("1024", "1000", "1002")),
          new Papers("sun.supervisor", "fang.compliance", List.of("1001")),
          new Papers("sun.supervisor", "deng.compliance", List.of("1004")),
          new Papers("he.compliance", "qian.supervisor", List.of("2001")));

  private static final int MONTHS = 11;
  private static final String CLEARED = "CLEARED";

  private final URI consent;
  private final TokenEndpoint tokens;
  private final LocalDate lastDay =
      LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))).plusMonths(MONTHS);
  private final ObjectMapper json = new ObjectMapper();
  private final Http http = new Http();

  DemoStaff(Layout layout, TokenEndpoint tokens) {
    this.consent = layout.url(Component.CONSENT);
    this.tokens = tokens;
  }

  /** Clears whoever is not; a second time changes nothing. */
  void clear() {
    PAPERS.stream().filter(papers -> !isCleared(papers)).forEach(this::bringIn);
    declareAgent("deng.compliance", "partner-haiyun", "HY-0001", "330100198801010011");
    declareAgent("deng.compliance", "partner-beichen", "BC-0001", "330100198902020022");
  }

  private boolean isCleared(Papers papers) {
    return papers.people().stream()
        .allMatch(number ->
            http.get(
                    consent.resolve("/v1/clearance/people/" + number),
                    tokens.accessToken(papers.proposer()))
                .path("state")
                .asText()
                .equals(CLEARED));
  }

  private void bringIn(Papers papers) {
    ObjectNode request = json.createObjectNode();
    papers.people().forEach(request.putArray("people")::add);
    request.put("lastDay", lastDay.toString()).put("evidence", "DEMO-PAPERS");
    String id =
        http.post(
                consent.resolve("/v1/clearance/imports"),
                tokens.accessToken(papers.proposer()),
                request)
            .path("id")
            .asText();
    http.post(
        consent.resolve("/v1/clearance/imports/" + id + "/approval"),
        tokens.accessToken(papers.approver()),
        json.createObjectNode());
  }

  void declareAgent(String officer, String partner, String agent, String identityNumber) {
    ObjectNode declaration = json.createObjectNode();
    declaration.put("identityNumber", identityNumber).put("certifiedUntil", lastDay.toString());
    declaration.put("evidence", "DEMO-PAPERS").put("recipientId", partner);
    http.put(
        consent.resolve("/v1/partner-agents/" + agent), tokens.accessToken(officer), declaration);
  }
}
