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
  private static final String PARTNER = "partner-beichen";
  private static final List<String> SEEN =
      List.of("name", "gender", "birthDate", "idType", "idNumber", "mobile", "email", "address");

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

  /**
   * The rows "name, contact" and "ID number" of DR-13 (docs/rights.md) as real tokens meet them:
   * she herself, her partner with her consent, and each position of staff. Her mobile may have been
   * corrected by an earlier test.
   */
  @Test
  void everyRoleSeesEachFieldOfACustomerAsItsColumnSays() {
    DemoCustomer lilei = system.customer("li.lei");
    lilei.withdrawAll("P-12", PARTNER);
    String consent = lilei.giveConsent("P-12", PARTNER).path("id").asText();
    try {
      assertSeen(
          lilei.caller(),
          "P-04",
          lilei,
          "李雷|M|1990-03-07|RIC|330\\*+0171|1\\d{10}|li.lei@example.com|浙江省杭州市西湖区文三路12号3幢101室");
      for (String staff : List.of("wang.manager", "sun.supervisor")) {
        assertSeen(
            system.caller(staff),
            "P-04",
            lilei,
            "李\\*|M|1990-\\*\\*-\\*\\*|RIC|330\\*+0171|1\\d\\d\\*{4}\\d{4}|l\\*{3}@example.com|浙江省杭州市西湖区\\*{4}");
      }
      assertSeen(
          system.caller(PARTNER),
          "P-12",
          lilei,
          "李\\*|M|\\d0-\\d9|RIC|3\\*+1|\\*{7}\\d{4}|\\*{3}@example.com|浙江省杭州市\\*{4}");
      // Without a case, and without a sample, nothing; an operator may not even ask.
      for (String staff : List.of("deng.compliance", "ai.auditor")) {
        assertThat(asked(system.caller(staff), "P-04", lilei).body())
            .isEqualTo("{\"data\":{\"customer\":null}}");
      }
      assertThat(asked(system.caller("ops.operator"), "P-04", lilei).codes())
          .containsExactly("FORBIDDEN");
    } finally {
      lilei.withdraw(consent);
    }
  }

  /** The values of {@link #SEEN} in their order, as one pattern. */
  private static void assertSeen(
      Caller caller, String purpose, DemoCustomer customer, String pattern) {
    Answer answer = asked(caller, purpose, customer);
    String seen =
        SEEN.stream()
            .map(field -> answer.data("customer").path(field).asText())
            .collect(Collectors.joining("|"));
    assertThat(seen).as(answer.body()).matches(pattern.replace("|", "\\|"));
  }

  private static Answer asked(Caller caller, String purpose, DemoCustomer customer) {
    return caller.ask(
        "query($id: ID!, $purpose: String!) { customer(id: $id, purpose: $purpose) { "
            + String.join(" ", SEEN)
            + " } }",
        Map.of("id", customer.id(), "purpose", purpose));
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
