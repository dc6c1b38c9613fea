package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.postgres.DatabaseName;

/**
 * The seller and the receiver run installations of their own: another PostgreSQL, Keycloak and log.
 * Only keys, the package and the receipt go from one to the other (R-BT-04).
 */
@SystemTest
class TwoInstallationsTest {
  private static final String MANAGER = "1978";

  private final RunningSystem seller;
  private final List<PlantedPerson> people =
      IntStream.range(380, 383).mapToObj(PlantedPerson::new).toList();

  TwoInstallationsTest(RunningSystem seller) {
    this.seller = seller;
  }

  @Test
  void whoMovesToAnotherInstallationIsFoundThereItemByItem() throws Exception {
    try (RunningSystem buyer = RunningSystem.startAnother("home-of-the-buyer")) {
      SoldBook sold = new SoldBook(seller, buyer);
      SoldPackage parcel = new SoldPackage(seller, buyer, sold);
      List<String> ids = planted();
      cutOver(sold, ids);
      sold.verifiedBackup();
      while (!sold.packOn()) {
        continue;
      }
      Path folder = parcel.handOver();
      parcel.employSecondOfficer();
      assertThat(parcel.openArrival(sold.sellersKey()).codes()).isEmpty();
      parcel.send(folder);
      Answer admitted = parcel.admit();
      assertThat(admitted.codes()).as(admitted.body()).isEmpty();
      assertThat(sold.advance()).isEqualTo("RECONCILE");
      JsonNode receipt = parcel.receipt();
      assertThat(receipt.path("receipt").asText())
          .contains("\"matched\":3,\"explained\":0,\"missing\":0,\"extra\":0}")
          .doesNotContainPattern("\"(explained|missing|extra)\":[1-9]");
      assertThat(parcel.take(receipt, "", "")).isEmpty();
      sold.evidence("deng.compliance", "CHANGE_REPORTED", "NFRA-2026-10");
      sold.decideLeftovers(parcel.itemClasses());
      assertThat(sold.advance()).isEqualTo("CLOSE");

      List<String> there =
          SoldBook.column(
              buyer, "select customer_id::text from arrival_person where customer_id is not null");
      assertThat(there).hasSize(people.size()).doesNotContainAnyElementsOf(ids);
      assertThat(parcel.itemClasses()).contains("auditEntry", "retentionClock");
    }
  }

  private void cutOver(SoldBook sold, List<String> ids) throws Exception {
    sold.open(MANAGER);
    for (String gate :
        List.of(
            "PIPIA_APPROVED", "INVENTORY_DONE", "CONFIDENTIALITY_ACCEPTED", "CONTRACT_SIGNED")) {
      sold.evidence("deng.compliance", gate, "FILE-2026-10");
      if (!gate.startsWith("PIPIA") && !gate.startsWith("CONFID")) {
        sold.advance();
      }
    }
    assertThat(sold.publish("zh-CN", 12).codes()).isEmpty();
    assertThat(sold.publish("en", 12).codes()).isEmpty();
    assertThat(sold.advance()).isEqualTo("NOTICE");
    sold.deliver(ids);
    JsonNode keys =
        sold.buyer(
            "{ transferKeys { receivingKey { kty crv x } signingKey { kty crv x } } }",
            Map.of(),
            "transferKeys");
    assertThat(
            sold.name(
                    SoldBook.key(keys.path("receivingKey")), SoldBook.key(keys.path("signingKey")))
                .codes())
        .isEmpty();
    sold.approve("fang.compliance");
    sold.approve("sun.supervisor");
    sold.timePasses();
    assertThat(sold.advance()).isEqualTo("CUT_OVER");
  }

  private List<String> planted() throws Exception {
    BookFile book = new BookFile();
    people.forEach(person -> book.with(person, "业务员工号", MANAGER));
    new Importer(seller).send(book.bytes(StandardCharsets.UTF_8));
    List<String> ids =
        SoldBook.column(
            seller,
            "select customer_id::text from assignment where controller_id = 'ctl-donghai'"
                + " and employee_no = '"
                + MANAGER
                + "' and ended_at is null");
    assertThat(ids).hasSize(people.size());
    // Their clocks travel with them, once audit-service was told of the new records.
    BrokerTables audit = new BrokerTables(seller, DatabaseName.AUDIT);
    Eventually.passes(
        () -> assertThat(audit.column("select subject_ref from retention_item")).containsAll(ids));
    return ids;
  }
}
