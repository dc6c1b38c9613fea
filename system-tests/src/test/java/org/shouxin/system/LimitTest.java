package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * R-RC-15 through the gateway, with limits lowered by law data: with those that ship the monitor
 * blocks before the 101st.
 */
@SystemTest
class LimitTest {
  private static final String BRANCH = "杭州分公司";
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id } }";
  private static final String LIST =
      "query($after: String, $first: Int!) { customers(purpose: \"P-04\", first: $first, after: $after)"
          + " { edges { cursor node { id } } } }";

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final BrokerTables records;

  LimitTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.records = new BrokerTables(system, DatabaseName.RECORDS);
  }

  @BeforeEach
  void aNarrowLaw() {
    records.change(
        "insert into access_limit (role, effective_from, people_a_day, people_an_hour,"
            + " people_an_export, rows_a_page, rows_a_listing, basis)"
            + " values ('client-manager', '2022-01-01', 4, 4, 4, 2, 3, 'system test')");
  }

  @AfterEach
  void theShippedLaw() {
    records.change("delete from access_limit where basis = 'system test'");
  }

  @Test
  void theFirstDifferentCustomerBeyondTheDaysLimitIsRefusedAndAlarmed() {
    Caller manager = manager("busy.manager", "1921");
    List<String> people = customersOf("<> '1921'");
    for (String id : people.subList(0, 4)) {
      assertThat(manager.ask(READ, Map.of("id", id)).codes()).isEmpty();
    }
    assertThat(manager.ask(READ, Map.of("id", people.get(4))).codes())
        .containsExactly("DAILY_LIMIT");
    assertThat(manager.ask(READ, Map.of("id", people.getFirst())).codes()).isEmpty();

    Eventually.passes(() ->
        assertThat(
                system
                    .caller("deng.compliance")
                    .ask(
                        "{ alerts(state: \"OPEN\", first: 50) { edges { node { actorId reasons {"
                            + " signal } } } } }")
                    .body())
            .contains("{\"actorId\":\"1921\",\"reasons\":[{\"signal\":\"LIMIT\"}]}"));
    assertLimited("1921", "DAILY_LIMIT");
  }

  @Test
  void aListingIsPagedNoDeeperAndNoWiderThanTheRoleMay() {
    String employee = "1922";
    Caller manager = manager("paging.manager", employee);
    BookFile book = new BookFile();
    // Adults all: a child is left out of the page that she would be on.
    IntStream.range(400, 404)
        .forEach(index -> book.with(new PlantedPerson(index), "业务员工号", employee));
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    assertThat(list(manager, 3, null).codes()).containsExactly("PAGE_SIZE_OUT_OF_RANGE");
    JsonNode first = list(manager, 2, null).data("customers").path("edges");
    assertThat(first).hasSize(2);
    JsonNode second =
        list(manager, 2, first.path(1).path("cursor").asText()).data("customers").path("edges");
    assertThat(second).hasSize(1);
    assertThat(list(manager, 2, second.path(0).path("cursor").asText()).codes())
        .containsExactly("PAGE_DEPTH_LIMIT");
    assertLimited(employee, "PAGE_DEPTH_LIMIT");
  }

  private Caller manager(String account, String number) {
    keycloak.addPerson(account, "client-manager", number, BRANCH);
    Certificates.imported(system, number);
    return system.callerWith(keycloak.tokenOf(account));
  }

  private static Answer list(
      Caller manager, int rows, @org.jspecify.annotations.Nullable String after) {
    return after == null
        ? manager.ask(LIST, Map.of("first", rows))
        : manager.ask(LIST, Map.of("first", rows, "after", after));
  }

  private List<String> customersOf(String employee) {
    return BrokerTables.adults(
            system,
            records.column(
                "select distinct customer_id::text from assignment where controller_id ="
                    + " 'ctl-donghai' and ended_at is null and employee_no "
                    + employee
                    + " order by 1"))
        .subList(0, 5);
  }

  private void assertLimited(String actor, String reason) {
    Eventually.passes(() ->
        assertThat(system.log().verifiedEntries())
            .anySatisfy(entry -> {
              assertThat(entry.path("type").asText()).isEqualTo("access.limited");
              assertThat(entry.path("reason").asText()).isEqualTo(reason);
              assertThat(entry.path("actor").path("id").asText()).isEqualTo(actor);
            }));
  }
}
