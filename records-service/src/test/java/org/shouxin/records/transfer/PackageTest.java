package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.time.BusinessTime;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.transfer.parcel.Deal;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.MortalPacking;
import org.shouxin.records.vault.PackageFiles;
import org.shouxin.records.vault.TransferKeys;

/** The package of a small book: five people in chunks of two. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class PackageTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject PackageFiles files;
  @Inject MortalPacking mortal;
  @Inject TransferKeys keys;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885");
  private Sale sale = new Sale(new AdjustableClock());

  @BeforeEach
  void open() {
    new ConsentService().givesItems();
    sale = new Sale(clock);
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void everyoneMovesWithAllFieldsOnlyTheObjectorIsNotInThePackage() throws IOException {
    CustomerId moves = book.admit(sale.seller, hanMei);
    CustomerId objects = book.admit(sale.seller, Book.person("\u674e\u96f7"));
    CustomerId child = book.admit(sale.seller, Book.person("\u738b\u4f1f"));
    sale.noticed().tell(moves, objects, child);
    sale.object(objects);
    sale.cutOver();
    sale.objection(moves).then().statusCode(409).body("code", equalTo("OBJECTION_TOO_LATE"));

    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));

    assertThat(manifest.people()).isEqualTo(2);
    assertThat(manifest.staying()).isEqualTo(Map.of("OBJECTED", 1L));
    List<String> lines = lines(manifest);
    assertThat(lines).noneMatch(line -> line.contains(objects.toString()));
    assertThat(lines)
        .anyMatch(line ->
            line.contains("\"class\":\"statement\"")
                && line.contains(moves.toString())
                && line.contains("\"idNumber\":\"" + hanMei.idNumber() + '"')
                && line.contains("\"mobile\":\"" + hanMei.mobile() + '"'));
    assertThat(book.events(moves)).contains("transfer.customer.packed");
    assertThat(book.events(objects)).doesNotContain("transfer.customer.packed");
    assertThat(new String(sale.file(name(manifest, "statement")), StandardCharsets.ISO_8859_1))
        .doesNotContain(String.valueOf(hanMei.mobile()));
  }

  @Test
  void packingThatWasInterruptedGoesOnAndWhatStoodStays() throws IOException {
    List<CustomerId> people = new ArrayList<>();
    for (String name :
        List.of("\u8d75\u4e00", "\u94b1\u4e8c", "\u5b59\u4e09", "\u674e\u56db", "\u5468\u4e94")) {
      people.add(book.admit(sale.seller, Book.person(name)));
    }
    sale.noticed().tell(people.toArray(CustomerId[]::new));
    sale.cutOver();
    new ConsentService().givesItemsOnce();
    sale.pack().then().statusCode(503);
    sale.officer("3001")
        .post(sale.path("/package/handover"))
        .then()
        .statusCode(409)
        .body("code", equalTo("PACKAGE_NOT_SEALED"));

    Path abandoned = mortal.leavesHalfWritten(sale.seller, UUID.fromString(sale.id()));
    new ConsentService().givesItems();
    sale.pack().then().statusCode(200).body("packed", equalTo(3)).body("sealed", equalTo(true));
    assertThat(abandoned).as("what a killed process left half written").doesNotExist();

    Manifest manifest = Manifest.parse(sale.handedOver().get("manifest"));
    assertThat(manifest.classes().stream().filter(each -> each.name().equals("person")).toList())
        .allSatisfy(each ->
            assertThat(each.files())
                .extracting(Manifest.SealedFile::items)
                .containsExactly(2L, 2L, 1L));
    people.forEach(person ->
        assertThat(book.events(person).stream().filter("transfer.customer.packed"::equals))
            .hasSize(1));
  }

  @Test
  void aPackerThatIsKilledInAnyFileOfAChunkLeavesNothingAndTheRootsAreThoseOfAnUnbrokenRun() {
    for (String name : List.of("\u8d75\u4e00", "\u94b1\u4e8c", "\u5b59\u4e09")) {
      book.admit(sale.seller, Book.person(name));
    }
    sale.noticed().tell(customers());
    sale.cutOver();
    Deal deal =
        new Deal(
            UUID.fromString(sale.id()),
            sale.seller,
            sale.receiver.value(),
            "Xinghe Insurance Brokers",
            "MERGER",
            BusinessTime.today(java.time.Clock.systemUTC()));
    for (int killed = 0; killed < 2; killed++) {
      int whole = killed;
      assertThatThrownBy(() -> mortal.pack(deal, keys.receivingKey(sale.receiver), 1, whole))
          .isInstanceOf(MortalPacking.Killed.class);
      assertThat(packedChunks()).isZero();
    }

    List<String> resumed = roots();

    String own = " where controller_id = '" + sale.seller.value() + "'";
    for (String table :
        List.of("package_manifest", "package_file", "package_chunk", "package_shared_item")) {
      Sale.asAdministrator("delete from " + table + own);
    }
    assertThat(resumed).hasSizeGreaterThan(1).isEqualTo(roots());
  }

  private CustomerId[] customers() {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery("select id from customer where controller_id = ?")
                .bind(0, sale.seller)
                .mapTo(CustomerId.class)
                .list()
                .toArray(CustomerId[]::new));
  }

  private int packedChunks() {
    return database.read(
        sale.seller,
        handle ->
            handle
                .createQuery("select count(*) from package_chunk where transfer_id = ?")
                .bind(0, UUID.fromString(sale.id()))
                .mapTo(Integer.class)
                .one());
  }

  private List<String> roots() {
    return Manifest.parse(sale.handedOver().get("manifest")).classes().stream()
        .map(each -> each.name() + " " + each.items() + " " + each.root())
        .toList();
  }

  @Test
  void whoseRetentionClocksAreNotKnownYetIsNamedAndNothingIsPackedWithoutThem() {
    CustomerId told = book.admit(sale.seller, hanMei);
    CustomerId late = book.admit(sale.seller, Book.person("\u674e\u96f7"));
    sale.noticed().tell(told, late);
    sale.cutOver();
    database.write(
        sale.seller,
        handle ->
            handle.execute(
                "insert into retention_change (controller_id, customer_id) values (?, ?)",
                sale.seller,
                late));

    sale.pack()
        .then()
        .statusCode(409)
        .body("code", equalTo("RETENTION_CLOCKS_UNKNOWN"))
        .body("errors.message", equalTo(List.of(late.toString())));
    assertThat(book.events(told)).doesNotContain("transfer.customer.packed");

    sale.reported().pack().then().statusCode(200).body("sealed", equalTo(true));
  }

  @Test
  void nobodyIsAskedAboutMorePeopleThanAChunkHas() {
    ConsentService consent = new ConsentService();
    consent.givesItems();
    List<CustomerId> people =
        IntStream.range(0, 5)
            .mapToObj(_ -> book.admit(sale.seller, Book.person("\u8d75\u4e00")))
            .toList();
    sale.noticed().tell(people.toArray(CustomerId[]::new));
    sale.cutOver();
    sale.pack().then().statusCode(200).body("packed", equalTo(3));
    assertThat(consent.itemsAsked())
        .hasSize(3)
        .allSatisfy(asked ->
            assertThat(people.stream().filter(each -> asked.contains(each.toString())).count())
                .isLessThanOrEqualTo(2));
  }

  @Test
  void fromTheCutOverOnTheSellersOwnPeopleAreRefused() {
    ConsentService consent = new ConsentService();
    consent.givesItems();
    consent.permits("name");
    CustomerId moves = book.admit(sale.seller, hanMei);
    sale.noticed().tell(moves);
    assertThat(read(moves)).isEqualTo(List.of(moves.toString()));
    sale.cutOver();
    assertThat(read(moves)).isEqualTo(List.of());
    sale.officer("3001")
        .get(sale.path(""))
        .then()
        .body("gates.find { it.code == 'SELLER_RIGHTS_REVOKED' }.met", equalTo(true));
    assertThat(book.eventBodies())
        .anyMatch(body -> body.contains("right.revoked") && body.contains(sale.id()));
  }

  @Test
  void aPackageIsNeitherMadeNorDeclaredSentBeforeTheCutOver() {
    book.admit(sale.seller, hanMei);
    sale.noticed();
    sale.pack().then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
    sale.record("3001", "PACKAGE_SENT")
        .then()
        .statusCode(400)
        .body("code", equalTo("TRANSFER_GATE_UNKNOWN"));
    sale.advance()
        .then()
        .statusCode(409)
        .body("errors.field", hasItem("RECEIVER_NAMED"))
        .body("errors.field", hasItem("CUT_OVER_DAY_REACHED"));
  }

  @Test
  void aWeakKeyOfTheReceiverIsRefusedAndAnotherOneCannotReplaceIt() {
    sale.noticed();
    String zero = "A".repeat(43);
    for (Map<String, String> weak :
        List.of(
            Map.of("kty", "OKP", "crv", "X25519", "x", zero),
            Map.of("kty", "OKP", "crv", "X25519", "x", "AQ"),
            Map.of("kty", "RSA", "crv", "RSA1024", "x", zero))) {
      sale.officer("3001")
          .body(
              Map.of(
                  "receivingKey",
                  weak,
                  "signingKey",
                  Map.of("kty", "OKP", "crv", "Ed25519", "x", zero)))
          .post(sale.path("/receiver"))
          .then()
          .statusCode(422)
          .body("code", equalTo("RECEIVER_KEY_WEAK"));
    }
    sale.name().then().statusCode(200);
    Sale other = new Sale(clock);
    Map<String, Object> keys =
        Sale.as(other.receiver, "4001").get("/v1/arrivals/keys").then().extract().path("");
    sale.officer("3001")
        .body(keys)
        .post(sale.path("/receiver"))
        .then()
        .statusCode(409)
        .body("code", equalTo("RECEIVER_NAMED_ALREADY"));
  }

  @Test
  void anApprovalNamesTheKeysToWhichThePackageIsSealedAndNoKeyIsNamedAfterIt() {
    sale.noticed();
    sale.record("3002", "PACKAGE_APPROVED")
        .then()
        .statusCode(409)
        .body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
    sale.name().then().statusCode(200);
    sale.record("3002", "PACKAGE_APPROVED")
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    sale.approve("3002").then().statusCode(200);
    sale.approve("3002")
        .then()
        .body("gates.find { it.code == 'PACKAGE_APPROVED' }.detail", equalTo("1 of 2"));
    sale.name().then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
  }

  private List<String> read(CustomerId id) {
    return sale.officer("3001")
        .body(Map.of("ids", List.of(id.toString()), "purpose", "P-04", "fields", List.of("name")))
        .post("/v1/customers/read")
        .then()
        .statusCode(200)
        .extract()
        .path("customers.id");
  }

  private static String name(Manifest manifest, String itemClass) {
    return manifest.classes().stream()
        .filter(each -> each.name().equals(itemClass))
        .findAny()
        .orElseThrow()
        .files()
        .getFirst()
        .name();
  }

  private List<String> lines(Manifest manifest) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Manifest.ItemClass each : manifest.classes()) {
      for (Manifest.SealedFile file : each.files()) {
        PackageFiles.Place place = new PackageFiles.Place(UUID.fromString(sale.id()), file.name());
        try (InputStream in =
            files.open(sale.receiver, place, new ByteArrayInputStream(sale.file(file.name())))) {
          lines.addAll(
              Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
        }
      }
    }
    return lines;
  }
}
