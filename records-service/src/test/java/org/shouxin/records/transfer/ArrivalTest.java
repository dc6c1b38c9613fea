package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.vault.PackageFiles;
import org.shouxin.records.vault.TransferKeys;

/** From the seller's package to the receiver's signed receipt and back. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ArrivalTest {
  private static final String STATEMENTS = "statement/000001.sealed";

  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject Database database;
  @Inject PackageFiles files;
  @Inject TransferKeys keys;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885");
  private final PersonFacts liLei = Book.person("\u674e\u96f7");
  private Sale sale = new Sale(new AdjustableClock());

  @BeforeEach
  void sell() {
    ConsentService consent = new ConsentService();
    consent.givesItems();
    consent.permits("name", "mobile", "policies");
    sale = new Sale(clock);
    book.admit(
        sale.seller,
        Book.policy(Book.nextPolicyNumber(), hanMei, liLei),
        Book.policy(Book.nextPolicyNumber(), hanMei, hanMei));
  }

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void everyItemIsFoundAgainAtTheReceiverAndTheTransferGoesOn() {
    CustomerId sold = book.admit(sale.seller, hanMei);
    restrict(book.admit(sale.seller, liLei));
    Map<String, String> signed = soldAll(sold);
    String arrival = arrived(signed);
    receiver()
        .post("/v1/arrivals/" + arrival + "/admission")
        .then()
        .statusCode(422)
        .body("code", equalTo("SELF_APPROVAL"));
    admit(arrival).then().statusCode(200).body("admitted", equalTo(true));
    admit(arrival).then().statusCode(200);

    CustomerId here = book.admit(sale.receiver, hanMei);
    assertThat(here).isNotEqualTo(sold);
    assertThat(restricted(sale.receiver)).containsExactly(book.admit(sale.receiver, liLei));
    receiver()
        .body(
            Map.of(
                "ids", List.of(here.toString()), "purpose", "P-04", "fields", List.of("policies")))
        .post("/v1/customers/read")
        .then()
        .body("customers[0].policies.size()", equalTo(2));
    assertThat(book.events(here).stream().filter("transfer.customer.arrived"::equals)).hasSize(1);

    sale.advance().then().statusCode(200).body("stage", equalTo("RECONCILE"));
    Map<String, String> receipt = receipt(arrival).then().statusCode(200).extract().path("");
    assertThat(receipt.get("receipt"))
        .doesNotContain("\"missing\":1")
        .contains(
            "{\"name\":\"policyPart\",",
            "\"matched\":3,\"explained\":0,\"missing\":0,\"extra\":0}");
    sale.officer("3001")
        .body(receipt)
        .post(sale.path("/receipt"))
        .then()
        .statusCode(200)
        .body("gates.find { it.code == 'RECEIPT_MATCHES' }.met", equalTo(true));
    closes(signed.get("manifest"));
  }

  @Test
  void whatTheSellerKeepsOfWhoMovedIsRestrictedForWhoeverAsks() {
    CustomerId sold = book.admit(sale.seller, hanMei);
    Map<String, String> signed = soldAll(sold, book.admit(sale.seller, liLei));
    String arrival = arrived(signed);
    admit(arrival).then().statusCode(200);
    sale.advance();
    Map<String, String> receipt = receipt(arrival).then().statusCode(200).extract().path("");
    sale.officer("3001").body(receipt).post(sale.path("/receipt")).then().statusCode(200);
    readAtTheSeller(sold).then().body("customers.size()", equalTo(0));

    closes(signed.get("manifest"));

    ConsentService consent = new ConsentService();
    consent.permits("name", "policies");
    readAtTheSeller(sold).then().body("customers.size()", equalTo(1));
    assertThat(consent.questions())
        .singleElement()
        .satisfies(asked ->
            assertThat(asked)
                .contains("\"id\":\"" + sold + "\",\"minor\":false,\"restricted\":true,"));
  }

  private Response readAtTheSeller(CustomerId customer) {
    return sale.officer("3001")
        .body(
            Map.of(
                "ids", List.of(customer.toString()), "purpose", "P-22", "fields", List.of("name")))
        .post("/v1/customers/read");
  }

  @Test
  void aSingleRestrictedPolicyArrivesRestricted() {
    CustomerId sold = book.admit(sale.seller, hanMei);
    database.write(
        sale.seller,
        handle ->
            handle.execute(
                "insert into standing (controller_id, customer_id, restricted, held,"
                    + " restricted_records, sequence) select ?, ?, false, false,"
                    + " array[min(policy_id::text)], 0 from policy_role where customer_id = ?",
                sale.seller,
                sold,
                sold));
    String arrival = arrived(soldAll(sold, book.admit(sale.seller, liLei)));
    admit(arrival).then().statusCode(200);

    receiver()
        .body(
            Map.of(
                "ids",
                List.of(book.admit(sale.receiver, hanMei).toString()),
                "purpose",
                "P-04",
                "fields",
                List.of("policies")))
        .post("/v1/customers/read")
        .then()
        .body("customers[0].policies.size()", equalTo(1));
    sale.advance();
    assertThat(receipt(arrival).<String>path("receipt")).doesNotContain("\"missing\":1");
  }

  /** Every class that was handed over needs a decision about the seller's copy. */
  private void closes(String manifest) {
    sale.evidence("3001", "CHANGE_REPORTED");
    for (Manifest.ItemClass each : Manifest.parse(manifest).classes()) {
      sale.advance().then().statusCode(409).body("errors.field", hasItem("LEFTOVERS_DECIDED"));
      leftover(each.name(), "KEEP_RESTRICTED").then().statusCode(200);
    }
    leftover("statement", "DESTROY").then().statusCode(409).body("code", equalTo("CONFLICT"));
    sale.advance().then().statusCode(200).body("stage", equalTo("CLOSE"));
  }

  private Response leftover(String itemClass, String decision) {
    return sale.officer("3001")
        .body(Map.of("itemClass", itemClass, "decision", decision, "basis", "RT-02"))
        .post(sale.path("/leftovers"));
  }

  @Test
  void whomTheReceiverKnewBeforeKeepsHerPseudonymAndHerDifferencesAreExplained() {
    CustomerId sold = book.admit(sale.seller, hanMei);
    CustomerId before = book.admit(sale.receiver, hanMei);
    String arrival = arrived(soldAll(sold, book.admit(sale.seller, liLei)));
    admit(arrival).then().statusCode(200);
    assertThat(book.events(before)).contains("transfer.customer.arrived");
    sale.advance();
    Map<String, String> receipt = receipt(arrival).then().statusCode(200).extract().path("");
    assertThat(receipt.get("receipt")).contains("\"explained\":1,\"missing\":0,\"extra\":0}");
    sale.officer("3001").body(receipt).post(sale.path("/receipt")).then().statusCode(200);
  }

  @Test
  void aReceiptOfAnotherHandOrWithOneItemMissingKeepsTheTransferInReconcile() {
    ConsentService neighbours = new ConsentService();
    neighbours.givesItems();
    neighbours.holdsSomething();
    String arrival =
        arrived(soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei)));
    receipt(arrival).then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
    neighbours.forgetsWhatArrived();
    admit(arrival).then().statusCode(200);
    sale.advance();
    Map<String, String> receipt = receipt(arrival).then().statusCode(200).extract().path("");
    sale.officer("3001")
        .body(receipt)
        .post(sale.path("/receipt"))
        .then()
        .statusCode(409)
        .body("code", equalTo("RECEIPT_DIFFERS"))
        .body("errors.field", equalTo(List.of("childhood")))
        .body("errors[0].message", equalTo("0 matched, 0 explained, 1 missing, 0 extra, of 1"));
    Map<String, String> forged = new HashMap<>(receipt);
    forged.put("receipt", receipt.get("receipt").replace("\"missing\":1", "\"missing\":0"));
    sale.officer("3001")
        .body(forged)
        .post(sale.path("/receipt"))
        .then()
        .statusCode(422)
        .body("code", equalTo("RECEIPT_UNSIGNED"));
    sale.advance().then().statusCode(409).body("errors.field", hasItem("RECEIPT_MATCHES"));
  }

  /** Corrections, withdrawals, destructions are the receiver's from the admission on (D-143). */
  @Test
  void whatTheReceiverDoesBeforeItsReceiptIsNoDifference() {
    ConsentService neighbours = new ConsentService();
    neighbours.givesItems();
    neighbours.holdsSomething();
    String arrival =
        arrived(soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei)));
    admit(arrival).then().statusCode(200);
    neighbours.forgetsWhatArrived();
    Sale.asAdministrator(
        "delete from customer_statement where customer_id = '"
            + book.admit(sale.receiver, hanMei)
            + "'");
    book.admit(sale.receiver, Book.policy(Book.nextPolicyNumber(), liLei, liLei));
    sale.advance();

    sale.receipted(arrival)
        .then()
        .statusCode(200)
        .body("gates.find { it.code == 'RECEIPT_MATCHES' }.met", equalTo(true));
  }

  @Test
  void aPackageForAnotherControllerOrSignedByAnotherKeyIsRefused() {
    Map<String, String> signed =
        soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei));
    open(signed, keys.signingKey(sale.receiver).x())
        .then()
        .statusCode(422)
        .body("code", equalTo("PACKAGE_UNSIGNED"));
    Sale other = new Sale(clock);
    Sale.as(other.receiver, "4001")
        .body(opening(signed, keys.signingKey(sale.seller).x()))
        .post("/v1/arrivals")
        .then()
        .statusCode(422)
        .body("code", equalTo("PACKAGE_NOT_FOR_US"));
  }

  @Test
  void aFileWithOneChangedByteIsNamedAndAMissingOneKeepsEverybodyOut() {
    Map<String, String> signed =
        soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei));
    String arrival = open(signed, keys.signingKey(sale.seller).x()).path("id");
    byte[] bytes = sale.file(STATEMENTS);
    bytes[200] ^= 1;
    put(arrival, STATEMENTS, bytes)
        .then()
        .statusCode(422)
        .body("code", equalTo("PACKAGE_CHANGED"))
        .body("detail", equalTo(STATEMENTS));
    admit(arrival)
        .then()
        .statusCode(409)
        .body("code", equalTo("PACKAGE_FILES_MISSING"))
        .body("detail", containsString(STATEMENTS));
    assertThat(customers(sale.receiver)).isZero();
  }

  @Test
  void aGoodFileUnderAnothersNameIsRefusedAndTakesNoGoodFileAway() {
    Map<String, String> signed =
        soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei));
    String arrival = open(signed, keys.signingKey(sale.seller).x()).path("id");
    String people = STATEMENTS.replace("statement", "person");
    put(arrival, STATEMENTS, sale.file(STATEMENTS)).then().statusCode(200);
    put(arrival, people, sale.file(STATEMENTS))
        .then()
        .statusCode(422)
        .body("code", equalTo("PACKAGE_CHANGED"));
    receiver().get("/v1/arrivals/" + arrival).then().body("missing", not(hasItem(STATEMENTS)));
  }

  @Test
  void aDigestThatIsAPathIsNoManifest() {
    Map<String, String> signed =
        soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei));
    Manifest manifest = Manifest.parse(signed.get("manifest"));
    String text =
        signed.get("manifest").replace(manifest.files().getFirst().sha256(), "../../etc/passwd");
    open(sealed(text), keys.signingKey(sale.seller).x())
        .then()
        .statusCode(422)
        .body("code", equalTo("PACKAGE_UNREADABLE"));
  }

  @Test
  void whatTheSellerSignedWronglyIsNamedByItemAndNobodyMovesIn() throws IOException {
    Map<String, String> signed =
        soldAll(book.admit(sale.seller, hanMei), book.admit(sale.seller, liLei));
    String foreign = "01a3c1f0-0000-7000-8000-0000000000bb";
    Map<String, Consumer<List<String>>> bent =
        Map.of(
            "PACKAGE_ITEM_MISSING " + STATEMENTS + " item 2", lines -> lines.removeLast(),
            "PACKAGE_ITEM_DOUBLED " + STATEMENTS + " item 2",
                lines -> lines.set(1, lines.getFirst()),
            "PACKAGE_OF_ANOTHER_TRANSFER " + STATEMENTS + " item 1",
                lines -> lines.set(0, lines.getFirst().replace(sale.id(), foreign)),
            "PACKAGE_CHANGED " + STATEMENTS + " item 2",
                lines -> lines.set(1, lines.get(1).replace("example.com", "example.org")));
    for (var each : bent.entrySet()) {
      Response refused = admit(openForged(forge(signed.get("manifest"), each.getValue())));
      refused.then().statusCode(422);
      assertThat(refused.path("code") + " " + refused.path("detail")).isEqualTo(each.getKey());
      assertThat(customers(sale.receiver)).isZero();
      forget();
    }
  }

  @Test
  void aLogEntryThatIsNotProvenIsNamedAndNothingOfThePackageIsTaken() {
    CustomerId sold = book.admit(sale.seller, hanMei);
    ConsentService neighbours = new ConsentService();
    neighbours.givesItems();
    neighbours.carriesEntry(sold, "NOT_INCLUDED");
    String arrival = arrived(soldAll(sold, book.admit(sale.seller, liLei)));
    admit(arrival)
        .then()
        .statusCode(422)
        .body("code", equalTo("PACKAGE_ENTRY_UNPROVEN"))
        .body("detail", equalTo("auditEntry/000001.sealed item 1: NOT_INCLUDED"));
    assertThat(neighbours.checked())
        .singleElement()
        .satisfies(asked ->
            assertThat(asked)
                .contains("{\"logKeys\":[\"" + ConsentService.LOG_KEY + "\"]", sold.toString()));
    assertThat(neighbours.brought()).isEmpty();
    assertThat(customers(sale.receiver)).isZero();
    receiver().get("/v1/arrivals/" + arrival).then().body("admitted", equalTo(false));
  }

  /** As the owner of the tables, since an arrival is opened once and never changed. */
  private void forget() {
    String own = " where controller_id = '" + sale.receiver.value() + "'";
    Sale.asAdministrator("delete from arrival_person" + own);
    Sale.asAdministrator("delete from arrival" + own);
  }

  private record Forged(Map<String, String> signed, byte[] statements) {}

  private Forged forge(String manifest, Consumer<List<String>> bend) throws IOException {
    PackageFiles.Place place = new PackageFiles.Place(UUID.fromString(sale.id()), STATEMENTS);
    List<String> lines;
    try (InputStream in =
        files.open(sale.receiver, place, new ByteArrayInputStream(sale.file(STATEMENTS)))) {
      lines =
          new ArrayList<>(
              Arrays.asList(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
    }
    bend.accept(lines);
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = files.seal(keys.receivingKey(sale.receiver), place, sealed)) {
      out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    Manifest.SealedFile old =
        Manifest.parse(manifest).classes().stream()
            .flatMap(each -> each.files().stream())
            .filter(file -> file.name().equals(STATEMENTS))
            .findAny()
            .orElseThrow();
    String text =
        manifest
            .replace(old.sha256(), HexFormat.of().formatHex(ItemHash.sha256(sealed.toByteArray())))
            .replace(
                "\"name\":\"" + STATEMENTS + "\",\"items\":2,\"bytes\":" + old.bytes(),
                "\"name\":\"" + STATEMENTS + "\",\"items\":2,\"bytes\":" + sealed.size());
    return new Forged(sealed(text), sealed.toByteArray());
  }

  private Map<String, String> sealed(String text) {
    return Map.of(
        "manifest",
        text,
        "signature",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(keys.sign(sale.seller, text.getBytes(StandardCharsets.UTF_8))));
  }

  private String openForged(Forged forged) {
    String arrival = open(forged.signed(), keys.signingKey(sale.seller).x()).path("id");
    for (Manifest.Plain file : Manifest.parse(forged.signed().get("manifest")).files()) {
      byte[] content =
          file.name().equals(STATEMENTS) ? forged.statements() : sale.file(file.name());
      put(arrival, file.name(), content).then().statusCode(200);
    }
    return arrival;
  }

  private Map<String, String> soldAll(CustomerId... people) {
    sale.noticed();
    sale.tell(people);
    List<CustomerId> all =
        database.read(
            sale.seller,
            handle -> handle.createQuery("select id from customer").mapTo(CustomerId.class).list());
    sale.tell(all.toArray(CustomerId[]::new));
    sale.cutOver();
    return sale.handedOver();
  }

  private String arrived(Map<String, String> signed) {
    String arrival = open(signed, keys.signingKey(sale.seller).x()).path("id");
    Response last = open(signed, keys.signingKey(sale.seller).x());
    for (Manifest.Plain file : Manifest.parse(signed.get("manifest")).files()) {
      last = put(arrival, file.name(), sale.file(file.name()));
      last.then().statusCode(200);
    }
    last.then().body("missing", empty());
    return arrival;
  }

  private Response open(Map<String, String> signed, String sellerKey) {
    return receiver().body(opening(signed, sellerKey)).post("/v1/arrivals");
  }

  private static Map<String, Object> opening(Map<String, String> signed, String sellerKey) {
    return Map.of(
        "manifest", signed.get("manifest"),
        "signature", signed.get("signature"),
        "sellerKey", Map.of("kty", "OKP", "crv", "Ed25519", "x", sellerKey));
  }

  private Response put(String arrival, String name, byte[] content) {
    return receiver()
        .contentType(ContentType.BINARY)
        .body(content)
        .put("/v1/arrivals/" + arrival + "/files/" + name);
  }

  private Response admit(String arrival) {
    return Sale.as(sale.receiver, "4002").post("/v1/arrivals/" + arrival + "/admission");
  }

  private Response receipt(String arrival) {
    return receiver().post("/v1/arrivals/" + arrival + "/receipt");
  }

  private io.restassured.specification.RequestSpecification receiver() {
    return Sale.as(sale.receiver, "4001");
  }

  /** As audit-service decides it and records-service follows. */
  private void restrict(CustomerId customer) {
    database.write(
        sale.seller,
        handle ->
            handle.execute(
                "insert into standing (controller_id, customer_id, restricted, held,"
                    + " restricted_records, sequence) values (?, ?, true, false, '{}', 0)",
                sale.seller,
                customer));
  }

  private List<CustomerId> restricted(ControllerId controller) {
    return database.read(
        controller,
        handle ->
            handle
                .createQuery("select id from customer where restricted_at is not null")
                .mapTo(CustomerId.class)
                .list());
  }

  private long customers(ControllerId controller) {
    return database.read(
        controller,
        handle -> handle.createQuery("select count(*) from customer").mapTo(Long.class).one());
  }
}
