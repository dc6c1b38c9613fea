package org.shouxin.consent.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;
import org.shouxin.platform.database.Database;
import org.shouxin.testing.Statements;

/**
 * The one decision takes the same statements for who refused, withdrew, or does not exist (7.2).
 */
@QuarkusTest
@ConsentServiceTest
class RefusedAndUnknownTest {
  private static final List<String> FIELDS = List.of("name", "mobile");

  @Inject Database database;

  @Test
  void aDecisionAboutNobodyCostsWhatARefusalCosts() {
    Broker broker = Broker.open();
    String withdrew = Broker.newCustomer();
    broker.withdraw(withdrew, broker.share(withdrew)).then().statusCode(200);
    String elsewhere = Broker.newCustomer();
    Broker.open().share(elsewhere);
    Statements statements = Statements.of(database);

    Map<String, Long> nobody = work(statements, broker, Broker.newCustomer());
    assertThat(nobody.keySet()).anyMatch(sql -> sql.contains("consent_record"));
    assertThat(work(statements, broker, withdrew)).isEqualTo(nobody);
    assertThat(work(statements, broker, elsewhere)).isEqualTo(nobody);
  }

  /**
   * Without the journal, which is written for several decisions at once after their answers, and
   * without the beginning of its transaction: a decision's own one is for reading only.
   */
  private static Map<String, Long> work(Statements statements, Broker broker, String person) {
    Map<String, Long> run = statements.of(() -> refused(broker, person));
    run.keySet().removeIf(sql -> sql.contains("insert into permission_derivation"));
    run.keySet().removeIf("select set_config('shouxin.controller', ?, true)"::equals);
    return run;
  }

  private static void refused(Broker broker, String person) {
    Response decided = Broker.decide(broker.recordsFor(Broker.HAIYUN), "P-12", FIELDS, person);
    decided.then().statusCode(200);
    assertThat(decided.<Boolean>path("people[0].permitted")).isFalse();
  }
}
