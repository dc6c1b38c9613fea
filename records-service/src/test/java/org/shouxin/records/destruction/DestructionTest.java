package org.shouxin.records.destruction;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.customer.PolicyFile;
import org.shouxin.records.vault.KeySweep;
import org.shouxin.records.vault.Vault;

@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class DestructionTest {
  private static final String DONE = "/v1/destruction/orders/done";
  private static final String FAILED = "/v1/destruction/orders/failed";

  @Inject Book book;
  @Inject DestructionProbe probe;
  @Inject Database database;
  @Inject Vault vault;
  @Inject KeySweep sweep;

  @Inject
  @DataSource("keys")
  AgroalDataSource keys;

  private final UUID order = Ids.next();
  private final PersonFacts facts = Book.person("\u97e9\u6885");
  private WireMock audit;
  private ConsentService consent;

  @BeforeEach
  void auditServiceTakesReports() {
    consent = new ConsentService();
    URI address =
        URI.create(
            ConfigProvider.getConfig()
                .getValue("quarkus.rest-client.audit-service.url", String.class));
    audit = new WireMock(address.getHost(), address.getPort());
    audit.resetScenarios();
    audit.register(post(DONE).willReturn(aResponse().withStatus(204)));
    audit.register(post(FAILED).willReturn(aResponse().withStatus(204)));
  }

  @Test
  void aDestroyedPersonIsInNoTableHerKeyIsGoneAndSearchFindsNobody() {
    CustomerId person = admitted();
    CustomerId other = book.admit(Book.person("\u674e\u96f7"));
    Map<String, Integer> others = rows(other);
    consent.permits("name", "idNumber", "mobile");
    assertThat(rows(person))
        .containsKeys(
            "customer_statement", "recognition", "policy_role", "bank_account", "health_note");
    vault.openKeys(Book.DONGHAI, List.of(person));
    assertThat(search()).contains(person.toString());

    offer(person, "");
    probe.poll();

    assertThat(rows(person)).containsOnlyKeys("tombstone");
    assertThat(vault.openKeys(Book.DONGHAI, List.of(person))).isEmpty();
    assertThat(rows(other)).isEqualTo(others);
    assertThat(vault.openKeys(Book.DONGHAI, List.of(other))).containsKey(other);
    assertThat(search()).doesNotContain(person.toString());
    assertThat(book.events(person)).filteredOn("key.destroyed"::equals).hasSize(1);
    assertThat(reports(DONE)).hasSize(1);
  }

  @Test
  void exportedFilesInWhichSheStoodAreToldWithWhatIsDestroyed() {
    CustomerId person = admitted();
    UUID fetched = exported(person, "2026-03-01T08:00:00Z");
    UUID neverFetched = exported(person, null);
    offer(person, "");
    probe.poll();
    assertThat(reports(DONE).getFirst())
        .contains(
            "\"exports\":[{\"exportId\":\""
                + fetched
                + "\",\"receiver\":\"insurer-pa\",\"producedAt\":\"2026-03-01T08:00:00Z\"}]")
        .doesNotContain(neverFetched.toString());
  }

  private UUID exported(CustomerId person, String producedAt) {
    UUID id = Ids.next();
    database.write(
        Book.DONGHAI,
        handle ->
            handle.execute(
                "insert into export (controller_id, id, requested_by, receiver, receiver_key, purpose,"
                    + " reference, format, people, requested_at, decide_by, fetch_by, produced_at,"
                    + " marked_rows) values (?, ?, '1001', 'insurer-pa', 'k', 'P-04', 'ORD-1', 'CSV',"
                    + " array[cast(? as uuid)], now(), now(), now(), cast(? as timestamptz),"
                    + " case when cast(? as text) is null then null else 1 end)",
                Book.DONGHAI,
                id,
                person,
                producedAt,
                producedAt));
    return id;
  }

  @Test
  void whereverItWasKilledTheNextPollEndsItAndNothingIsToldTwice() {
    CustomerId person = admitted();
    vault.destroy(Book.DONGHAI, person);
    assertThat(rows(person)).containsKey("customer_statement");
    offer(person, "");
    probe.poll();
    assertThat(rows(person)).containsOnlyKeys("tombstone");
    offer(person, "");
    probe.poll();
    assertThat(rows(person)).containsOnly(Map.entry("tombstone", 1));
    assertThat(reports(DONE)).hasSize(2);
    assertThat(reports(DONE).getFirst()).isEqualTo(reports(DONE).getLast());
    assertThat(book.events(person)).filteredOn("key.destroyed"::equals).hasSize(1);
  }

  @Test
  void withTheKeyStoreDownNothingIsDestroyedAndTheOrderIsReportedAsFailed() throws SQLException {
    CustomerId person = admitted();
    Map<String, Integer> before = rows(person);
    offer(person, "");
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < 16; i++) {
        all.add(keys.getConnection());
      }
      probe.poll();
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
    assertThat(rows(person)).isEqualTo(before);
    assertThat(reports(DONE)).isEmpty();
    assertThat(reports(FAILED).getFirst())
        .contains("\"fault\":\"KEY_STORE_DOWN\"", order.toString());
    offer(person, "");
    probe.poll();
    assertThat(rows(person)).containsOnlyKeys("tombstone");
  }

  @Test
  void onePolicyIsDestroyedAndItsPersonStays() {
    CustomerId person = admitted();
    PolicyFile second = Book.policy(Book.nextPolicyNumber(), facts, facts);
    book.admit(Book.DONGHAI, second);
    List<UUID> policies = policies(person);
    assertThat(policies).hasSize(2);
    offer(person, policies.getFirst().toString());
    probe.poll();
    assertThat(policies(person)).containsExactly(policies.getLast());
    assertThat(vault.openKeys(Book.DONGHAI, List.of(person))).containsKey(person);
    assertThat(rows(person)).containsKey("customer_statement");
    assertThat(book.events(person)).contains("record.destroyed").doesNotContain("key.destroyed");
  }

  @Test
  void aPolicyOfTwoPeopleStaysForTheOther() {
    PersonFacts insured = Book.person("\u674e\u96f7");
    book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), facts, insured));
    CustomerId applicant = book.admit(facts);
    CustomerId other = book.admit(insured);
    List<UUID> shared = policies(other);
    offer(applicant, "");
    probe.poll();
    assertThat(policies(other)).isEqualTo(shared).hasSize(1);
    assertThat(rows(applicant)).containsOnlyKeys("tombstone");
  }

  @Test
  void afterADestructionTheKeysTableIsWrittenAnewOnce() {
    CustomerId person = admitted();
    sweep.sweep();
    String before = file();
    vault.destroy(Book.DONGHAI, person);
    assertThat(sweep.sweep()).isTrue();
    assertThat(file()).isNotEqualTo(before);
    assertThat(sweep.sweep()).isFalse();
  }

  /** What a search by number and mobile answers. */
  private String search() {
    return Caller.partner()
        .search(Map.of("idNumber", facts.idNumber(), "mobile", facts.mobile()), "name")
        .asString();
  }

  private CustomerId admitted() {
    book.admit(Book.DONGHAI, rich(Book.policy(Book.nextPolicyNumber(), facts, facts)));
    return book.admit(facts);
  }

  /** The policy with an account and a health note. */
  private static PolicyFile rich(PolicyFile plain) {
    return new PolicyFile(
        "TB" + plain.policyNumber(),
        plain.policyNumber(),
        plain.insurer(),
        plain.product(),
        plain.startOn(),
        plain.endOn(),
        plain.sumInsured(),
        plain.premium(),
        plain.applicant(),
        plain.insured(),
        null,
        List.of(),
        "6222020200112233445",
        "asthma since childhood",
        "1024",
        1);
  }

  private void offer(CustomerId customer, String recordRef) {
    String body =
        """
        [{"orderId":"%s","controllerId":"ctl-donghai","planId":"%s","customerId":"%s",
          "recordRef":"%s","retentionClass":"RT-15","method":"SHRED_KEY"}]\
        """
            .formatted(order, order, customer, recordRef);
    audit.resetScenarios();
    audit.register(
        post("/v1/destruction/orders/next")
            .inScenario("orders")
            .whenScenarioStateIs(Scenario.STARTED)
            .willSetStateTo("taken")
            .willReturn(json(body)));
    audit.register(
        post("/v1/destruction/orders/next")
            .inScenario("orders")
            .whenScenarioStateIs("taken")
            .willReturn(json("[]")));
  }

  /** How many rows each table has of a person, tables without any left out. */
  private Map<String, Integer> rows(CustomerId customer) {
    return database.write(
        Book.DONGHAI,
        handle -> {
          Map<String, Integer> found = new HashMap<>();
          List<String> tables =
              handle
                  .createQuery(
                      "select c.relname::text from pg_attribute a join pg_class c on c.oid = a.attrelid"
                          + " where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'"
                          + " and a.attname = 'customer_id' and not a.attisdropped")
                  .mapTo(String.class)
                  .list();
          for (String table : tables) {
            int number =
                handle
                    .createQuery("select count(*) from " + table + " where customer_id = ?")
                    .bind(0, customer)
                    .mapTo(Integer.class)
                    .one();
            if (number > 0) {
              found.put(table, number);
            }
          }
          int known =
              handle
                  .createQuery("select count(*) from customer where id = ?")
                  .bind(0, customer)
                  .mapTo(Integer.class)
                  .one();
          if (known > 0) {
            found.put("customer", known);
          }
          return found;
        });
  }

  private List<UUID> policies(CustomerId customer) {
    return database.read(
        Book.DONGHAI,
        handle ->
            handle
                .createQuery(
                    "select policy_id from policy_role where customer_id = ? order by policy_id")
                .bind(0, customer)
                .mapTo(UUID.class)
                .list());
  }

  private String file() {
    return new Database(keys)
        .systemRead(handle ->
            handle
                .createQuery("select pg_relation_filenode('data_key')::text")
                .mapTo(String.class)
                .one());
  }

  private List<String> reports(String path) {
    return audit.find(postRequestedFor(urlEqualTo(path))).stream()
        .map(request -> request.getBodyAsString())
        .filter(body -> body.contains(order.toString()))
        .toList();
  }

  private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder json(
      String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }
}
