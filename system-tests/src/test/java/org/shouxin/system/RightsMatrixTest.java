package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * R-AC-01 through the gateway: each real token meets each GraphQL operation as contracts/rights.csv
 * says. What a role may change is left to the tests of those changes; what it may not is tried
 * here.
 */
@SystemTest
class RightsMatrixTest {
  private static final List<String> STAFF =
      List.of("client-manager", "supervisor", "compliance-officer", "auditor", "operator");
  private static final String GRAPHQL = "gateway.graphql";

  /** The gateway reads the sample before anybody is asked; without one nobody gets further. */
  private static final String READ_FIRST = "Mutation.traceLeak";

  private final RunningSystem system;

  RightsMatrixTest(RunningSystem system) {
    this.system = system;
  }

  @Test
  void everyRealTokenMeetsEveryOperationOfTheGatewayAsItsLineSays() {
    AnyDocument documents = new AnyDocument(Project.read("contracts/gateway.graphql"));
    Map<String, Caller> callers = callers();
    Map<String, String> roles =
        lines().stream()
            .filter(line -> !line[0].equals(GRAPHQL))
            .collect(Collectors.toMap(line -> line[0] + " " + line[1], line -> line[3]));
    List<String> wrong = new ArrayList<>();
    int tried = 0;
    for (String[] line : lines()) {
      if (!line[0].equals(GRAPHQL)
          || line[1].equals(READ_FIRST)
          || roles.getOrDefault(line[3], "").isEmpty()) {
        continue;
      }
      List<String> allowed = List.of(roles.getOrDefault(line[3], "").split(" "));
      for (Map.Entry<String, Caller> caller : callers.entrySet()) {
        boolean may = allowed.contains(caller.getKey());
        if (may && !(isReading(line) && STAFF.contains(caller.getKey()))) {
          continue; // Customers and partners read their own: of somebody else's they are refused.
        }
        Answer answer = caller.getValue().ask(documents.of(line[1]));
        tried++;
        if (may == answer.codes().contains("FORBIDDEN")) {
          wrong.add(line[1] + " as " + caller.getKey() + ": " + answer.codes());
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(tried).isGreaterThan(600);
  }

  private static boolean isReading(String[] line) {
    return line[2].equals("READ") && line[1].startsWith("Query.");
  }

  private Map<String, Caller> callers() {
    KeycloakAdministrator keycloak = new KeycloakAdministrator(system);
    Map<String, Caller> callers = new LinkedHashMap<>();
    for (String role : STAFF) {
      String account = "matrix." + role;
      keycloak.addPerson(account, role, "196" + STAFF.indexOf(role), "杭州分公司");
      callers.put(role, system.callerWith(keycloak.tokenOf(account)));
    }
    callers.put("customer", system.caller("han.mei"));
    callers.put("partner", system.caller("partner-beichen"));
    return callers;
  }

  private static List<String[]> lines() {
    return Project.read("contracts/rights.csv")
        .lines()
        .skip(1)
        .map(line -> line.split(",", -1))
        .toList();
  }
}
