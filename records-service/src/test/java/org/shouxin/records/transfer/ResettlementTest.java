package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.PackageFiles;
import org.shouxin.records.vault.Vault;

/**
 * What comes between the freeze and the giving out of the package (DR-12, D-142): a hold, a
 * restriction, a destruction. An objection comes too late, which PackageTest shows.
 */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ResettlementTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject PackageFiles files;
  @Inject Vault vault;

  private Sale sale;
  private CustomerId moves;
  private CustomerId concerned;

  @BeforeEach
  void freeze() {
    ConsentService neighbours = new ConsentService();
    neighbours.givesItems();
    neighbours.permits("name");
    sale = new Sale(clock);
    moves = book.admit(sale.seller, Book.person("\u97e9\u6885"));
    concerned = book.admit(sale.seller, Book.person("\u674e\u96f7"));
    sale.noticed().tell(moves, concerned);
    sale.cutOver();
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void whoComesToBeHeldBeforeThePackingIsNotInThePackageAndIsTheSellersCustomerAgain()
      throws IOException {
    standing(false, true);

    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));

    assertThat(manifest.staying()).isEqualTo(Map.of("HELD", 1L));
    assertOnlyTheOtherMoves(manifest);
    assertThat(readAtTheSeller(concerned)).containsExactly(concerned.toString());
    assertThat(readAtTheSeller(moves)).isEmpty();
    assertThat(waitsToBeTold(concerned)).isTrue();
    assertThat(book.events(concerned))
        .contains("transfer.customer.retained")
        .doesNotContain("transfer.customer.packed");
  }

  @Test
  void whoComesToBeHeldAfterThePackingIsTakenOutAndThePackageIsPackedAnewBeforeItIsGivenOut()
      throws IOException {
    sale.pack().then().statusCode(200).body("sealed", equalTo(true));
    standing(false, true);

    refusedOnce();
    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));

    assertThat(manifest.staying()).isEqualTo(Map.of("HELD", 1L));
    assertOnlyTheOtherMoves(manifest);
    standing(false, false);
    assertThat(Manifest.parse(sale.handedOver().get("manifest")))
        .as("given out once")
        .isEqualTo(manifest);
  }

  @Test
  void whoComesToBeRestrictedLeavesRestrictedWheneverItWasPacked() throws IOException {
    sale.pack().then().statusCode(200).body("sealed", equalTo(true));
    standing(true, false);

    refusedOnce();
    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));

    assertThat(manifest.people()).isEqualTo(2);
    assertThat(lines(manifest, "person"))
        .allSatisfy(line ->
            assertThat(line.contains("restrictedAt"))
                .isEqualTo(line.contains(concerned.toString())));
  }

  @Test
  void whoIsDestroyedAfterThePackingIsInNoPackageThatIsGivenOut() throws IOException {
    sale.pack().then().statusCode(200).body("sealed", equalTo(true));
    destroyed();

    refusedOnce();
    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));

    assertThat(manifest.staying()).isEqualTo(Map.of("DESTROYED", 1L));
    assertOnlyTheOtherMoves(manifest);
  }

  @Test
  void aSingleRecordThatIsRestrictedAfterThePackingIsPackedAnew() {
    sale.pack().then().statusCode(200).body("sealed", equalTo(true));
    Sale.asAdministrator(
        "insert into standing (controller_id, customer_id, restricted, held, restricted_records,"
            + " sequence) select '%s', '%s', false, false, array['%s'], sequence + 1"
                .formatted(sale.seller.value(), concerned, UUID.randomUUID())
            + " from standing_cursor");
    refusedOnce();
    Sale.asAdministrator("update standing_cursor set sequence = sequence + 1");
    sale.handedOver();
    Sale.asAdministrator("update standing_cursor set sequence = sequence - 1");
  }

  private void assertOnlyTheOtherMoves(Manifest manifest) throws IOException {
    assertThat(manifest.people()).isEqualTo(1);
    for (String itemClass : List.of("person", "statement")) {
      assertThat(lines(manifest, itemClass))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line).contains(moves.toString()));
    }
  }

  private void refusedOnce() {
    sale.officer("3001")
        .post(sale.path("/package/handover"))
        .then()
        .statusCode(409)
        .body("code", equalTo("PACKAGE_NOT_SEALED"));
  }

  private void standing(boolean restricted, boolean held) {
    database.write(
        sale.seller,
        handle ->
            handle.execute(
                "insert into standing (controller_id, customer_id, restricted, held,"
                    + " restricted_records, sequence) values (?, ?, ?, ?, '{}', 1)"
                    + " on conflict on constraint standing_pk do update set"
                    + " restricted = excluded.restricted, held = excluded.held",
                sale.seller,
                concerned,
                restricted,
                held));
  }

  private void destroyed() {
    vault.destroy(sale.seller, concerned);
    Sale.asAdministrator(
        "insert into tombstone (controller_id, order_id, plan_id, customer_id, record_ref,"
            + " rows_destroyed, destroyed_at) values ('%s', '%s', '%s', '%s', '', 1,"
                .formatted(sale.seller.value(), UUID.randomUUID(), UUID.randomUUID(), concerned)
            + " now() + interval '40 days')");
  }

  private boolean waitsToBeTold(CustomerId customer) {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from announcement where kind = 'DEPARTED'"
                        + " and customer_id = ?)")
                .bind(0, customer)
                .mapTo(Boolean.class)
                .one());
  }

  private List<String> readAtTheSeller(CustomerId customer) {
    return sale.officer("3001")
        .body(
            Map.of(
                "ids", List.of(customer.toString()), "purpose", "P-04", "fields", List.of("name")))
        .post("/v1/customers/read")
        .then()
        .statusCode(200)
        .extract()
        .path("customers.id");
  }

  private List<String> lines(Manifest manifest, String itemClass) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Manifest.ItemClass each : manifest.classes()) {
      for (Manifest.SealedFile file : each.files()) {
        if (each.name().equals(itemClass)) {
          PackageFiles.Place place =
              new PackageFiles.Place(UUID.fromString(sale.id()), file.name());
          try (InputStream in =
              files.open(sale.receiver, place, new ByteArrayInputStream(sale.file(file.name())))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            lines.addAll(text.lines().toList());
          }
        }
      }
    }
    return lines;
  }
}
