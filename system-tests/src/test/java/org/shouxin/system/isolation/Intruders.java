package org.shouxin.system.isolation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.shouxin.system.Caller;
import org.shouxin.system.KeycloakAdministrator;
import org.shouxin.system.RunningSystem;

/**
 * People of ctl-xinghe with every role, who may all that their role may, at their own controller.
 */
final class Intruders {
  private static final String CONTROLLER = "ctl-xinghe";
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final int FIRST_NUMBER = 7000;
  private static final int NUMBERS = 100;

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final String crew;
  private final Map<String, Integer> blocks = new HashMap<>();

  /**
   * Prepares them.
   *
   * @param crew the beginning of their account names
   */
  Intruders(RunningSystem system, String crew) {
    this.system = system;
    this.crew = crew;
    this.keycloak = new KeycloakAdministrator(system);
    certify();
  }

  Intruder of(String role) {
    synchronized (blocks) {
      blocks.putIfAbsent(role, blocks.size());
    }
    return new Intruder(role, this::hire);
  }

  private Caller hire(String role, int number) {
    String name = crew + "." + role + "." + number;
    if (role.equals("partner")) {
      return system.callerWith(
          keycloak.partnerOf(CONTROLLER, "partner-" + crew + "-" + number, "partner-haiyun"));
    }
    Map<String, String> claims = new HashMap<>(Map.of("controller", CONTROLLER));
    if (role.equals("customer")) {
      claims.put("customer_id", "7d0f5b1e-93a1-4c53-8a6e-0f6b2c1d9e%02d".formatted(number));
    } else {
      claims.put("employee_no", Integer.toString(employeeNo(role, number)));
      claims.put("branch", "星河总部");
    }
    keycloak.addPerson(name, role, claims);
    return system.callerWith(keycloak.tokenOf(name));
  }

  private int employeeNo(String role, int number) {
    synchronized (blocks) {
      return FIRST_NUMBER + blocks.getOrDefault(role, 0) * 12 + number;
    }
  }

  /** Everybody who will ever be hired may read: one officer proposes, another one approves. */
  private void certify() {
    List<String> people =
        IntStream.range(FIRST_NUMBER, FIRST_NUMBER + NUMBERS).mapToObj(Integer::toString).toList();
    Caller first = system.caller("he.compliance");
    keycloak.addPerson(
        crew + ".second",
        "compliance-officer",
        Map.of("controller", CONTROLLER, "employee_no", "7999", "branch", "星河总部"));
    Caller second = system.callerWith(keycloak.tokenOf(crew + ".second"));
    String proposed =
        first
            .ask(
                "mutation($input: CertificatesInput!) { proposeCertificates(input: $input) { id } }",
                Map.of(
                    "input",
                    Map.of(
                        "people",
                        people,
                        "lastDay",
                        LocalDate.now(SHANGHAI).plusMonths(2).toString(),
                        "evidence",
                        "HR-2026-7")))
            .data("proposeCertificates")
            .path("id")
            .asText();
    second.ask(
        "mutation($id: ID!) { approveCertificates(importId: $id) { approvedBy } }",
        Map.of("id", proposed));
  }
}
