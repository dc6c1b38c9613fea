package org.shouxin.records.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** R-RC-15: exports need approval, are encrypted, expire, are marked, and hold canaries. */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class ExportTest {
  private static KeysetHandle keys;
  private static String publicKey;

  @Inject Book book;
  @Inject AdjustableClock clock;

  private final String number = "exp-" + Ids.random().toString().substring(0, 8);
  private final Caller wang = Caller.employee("supervisor", number);
  private final Caller sun = Caller.employee("supervisor", "1000");
  private final Caller deng = Caller.employee("compliance-officer", "1001");
  private final List<PersonFacts> people = new ArrayList<>();
  private final List<CustomerId> ids = new ArrayList<>();
  private ConsentService consent;

  @BeforeEach
  void theirFiles() throws GeneralSecurityException {
    if (keys == null) {
      HybridConfig.register();
      keys =
          KeysetHandle.generateNew(
              KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_256_GCM"));
      publicKey =
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keys.getPublicKeysetHandle());
    }
    consent = new ConsentService();
    consent.permits("name", "idType", "idNumber", "mobile", "address", "policies");
    for (int i = 0; i < 8; i++) {
      PersonFacts person = Book.person("\u97e9\u6885\u6885");
      book.admit(Book.DONGHAI, Book.policy(Book.nextPolicyNumber(), person, person));
      people.add(person);
      ids.add(book.admit(person));
    }
  }

  @AfterEach
  void clockBack() {
    clock.reset();
  }

  @Test
  void anApprovedExportIsFetchedOnceEncryptedMaskedAndVisiblyMarked() throws Exception {
    String id =
        ask(wang, ids, "CSV")
            .then()
            .statusCode(200)
            .body("state", equalTo("REQUESTED"))
            .extract()
            .path("id");
    fetch(wang, id).then().statusCode(403).body("code", equalTo("APPROVAL_REQUIRED"));
    decide(wang, id).then().statusCode(422).body("code", equalTo("SELF_APPROVAL"));
    wang.get("/v1/exports/queue").then().body("id", not(hasItem(id)));
    sun.get("/v1/exports/queue").then().body("id", hasItem(id));
    decide(sun, id).then().statusCode(200).body("state", equalTo("APPROVED"));
    decide(deng, id).then().statusCode(409).body("code", equalTo("EXPORT_STATE_CONFLICT"));
    fetch(sun, id).then().statusCode(404).body("code", equalTo("EXPORT_NOT_FOUND"));

    String file = open(id, fetch(wang, id).then().statusCode(200).extract().path("ciphertext"));

    List<String> lines = file.lines().toList();
    assertThat(lines).hasSize(2 + 8 + 6);
    assertThat(lines.getFirst()).contains("exported by " + number, "receiver insurer-7", id);
    assertThat(lines.subList(2, lines.size()))
        .allSatisfy(line -> assertThat(line).contains("," + number + " 20"));
    assertThat(file).contains("138****", ids.getFirst().toString());
    people.forEach(person ->
        assertThat(file).doesNotContain(person.mobile(), person.idNumber(), person.name()));
    fetch(wang, id).then().statusCode(409).body("code", equalTo("EXPORT_STATE_CONFLICT"));
    assertThat(book.events(ids.getFirst())).endsWith("record.read");
    assertThat(book.eventBodies())
        .filteredOn(body -> body.contains(id))
        .extracting(
            body -> body.replaceAll(".*\"type\":\"((?:export|access)\\.[a-z_.]+)\".*", "$1"))
        .containsExactly(
            "export.requested",
            "access.denied",
            "access.denied",
            "export.approved",
            "access.denied",
            "export.created",
            "access.denied");
    assertThat(consent.canaries())
        .singleElement()
        .asString()
        .contains("\"plantedBy\":\"" + number + "\"", "\"approvedBy\":\"1000\"");
    assertThat(lines.subList(2, lines.size()))
        .filteredOn(line -> ids.stream().noneMatch(real -> line.contains(real.toString())))
        .hasSize(6)
        .allSatisfy(
            line -> assertThat(consent.canaries().getFirst()).contains(line.substring(0, 36)));
  }

  @Test
  void aLeakedHalfReSortedAndRetypedSheetTellsWhoExportedItAndWhen() throws Exception {
    String other = exported(Caller.employee("supervisor", number + "o"));
    String mine = exported(wang);
    List<String> leaked = new ArrayList<>(mine.lines().skip(2).toList());
    Collections.shuffle(leaked, new Random(3));
    String half =
        String.join("\n", leaked.subList(0, 10))
            .replace(number, "")
            .replace('*', '\uff0a')
            .replace('0', '\uff10');

    decode(deng, half)
        .then()
        .statusCode(200)
        .body("exporters", hasSize(1))
        .body("exporters[0].exportedBy", equalTo(number))
        .body("exporters[0].receiver", equalTo("insurer-7"));
    decode(deng, half + "\n" + other).then().body("exporters", hasSize(2));
    decode(deng, "a,b,c\n1,2,3").then().body("exporters", empty());
    decode(sun, half).then().statusCode(403);
    assertThat(book.eventBodies())
        .filteredOn(body ->
            body.contains("export.watermark.found")
                && body.contains("\"concerns\":\"employee:" + number + "\""))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void aSpreadsheetHoldsTheSameRows() throws Exception {
    String id = ask(wang, ids, "XLSX").path("id");
    decide(sun, id);
    byte[] file = decrypt(id, fetch(wang, id).path("ciphertext"));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(16);
      assertThat(rows.get(1).getCellText(3)).isEqualTo("\u624b\u673a mobile");
      assertThat(rows.get(5).getCellText(10)).startsWith(number + " ");
    }
  }

  @Test
  void anApprovalThatNobodyUsedIsOverAfterADayAndUndecidedOnesLapse() {
    String approved = ask(wang, ids, "CSV").path("id");
    String waiting = ask(wang, ids, "CSV").path("id");
    decide(sun, approved);
    clock.moveForward(Duration.ofHours(25));
    fetch(wang, approved).then().statusCode(403).body("code", equalTo("GRANT_EXPIRED"));
    clock.moveForward(Duration.ofDays(12));
    decide(sun, waiting).then().statusCode(409).body("code", equalTo("EXPORT_STATE_CONFLICT"));
  }

  @Test
  void aManagersExportIsSmallAndAnAuditorHasNone() {
    List<CustomerId> many =
        IntStream.range(0, 101).mapToObj(i -> new CustomerId(Ids.random())).toList();
    ask(Caller.manager(number), many, "CSV")
        .then()
        .statusCode(422)
        .body("code", equalTo("EXPORT_TOO_LARGE"));
    ask(wang, many, "CSV").then().statusCode(200);
    ask(Caller.employee("auditor", "1002"), ids, "CSV").then().statusCode(403);
    ask(Caller.partner(), ids, "CSV").then().statusCode(403);
    wang.post("/v1/exports", body(ids, "CSV", "{\"primaryKeyId\":1}"))
        .then()
        .statusCode(422)
        .body("code", equalTo("EXPORT_KEY_INVALID"));
  }

  private String exported(Caller caller) throws GeneralSecurityException {
    String id = ask(caller, ids, "CSV").path("id");
    decide(sun, id).then().statusCode(200);
    return open(id, fetch(caller, id).path("ciphertext"));
  }

  private static Map<String, Object> body(List<CustomerId> people, String format, String key) {
    return Map.of(
        "customerIds",
        people.stream().map(CustomerId::toString).toList(),
        "purpose",
        "P-04",
        "reference",
        "ORD-2026-7",
        "format",
        format,
        "receiver",
        "insurer-7",
        "receiverKey",
        key);
  }

  @Test
  void anApprovalNamesTheKeyToWhichTheFileIsEncrypted() {
    Response asked = ask(wang, ids, "CSV");
    String id = asked.path("id");
    String key = asked.path("receiverKeySha256");
    decide(sun, id, ReceiverKey.digest("another key"))
        .then()
        .statusCode(409)
        .body("code", equalTo("CONFLICT"));
    fetch(wang, id).then().statusCode(403);
    decide(sun, id, key).then().statusCode(200).body("state", equalTo("APPROVED"));
  }

  private static Response ask(Caller caller, List<CustomerId> people, String format) {
    return caller.post("/v1/exports", body(people, format, publicKey));
  }

  private static Response decide(Caller caller, String id) {
    return decide(caller, id, ReceiverKey.digest(publicKey));
  }

  private static Response decide(Caller caller, String id, String keyDigest) {
    return caller.post("/v1/exports/" + id + "/approval", Map.of("keyDigest", keyDigest));
  }

  private static Response fetch(Caller caller, String id) {
    return caller.post("/v1/exports/" + id + "/file", Map.of());
  }

  private static Response decode(Caller caller, String sheet) {
    return caller.post("/v1/exports/watermark", Map.of("sheet", sheet));
  }

  private static String open(String id, String ciphertext) throws GeneralSecurityException {
    return new String(decrypt(id, ciphertext), StandardCharsets.UTF_8);
  }

  private static byte[] decrypt(String id, String ciphertext) throws GeneralSecurityException {
    return keys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
        .decrypt(Base64.getDecoder().decode(ciphertext), id.getBytes(StandardCharsets.UTF_8));
  }
}
