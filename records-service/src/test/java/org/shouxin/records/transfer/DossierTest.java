package org.shouxin.records.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.AdjustableClock;
import org.shouxin.records.Book;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.vault.TransferKeys;

/** What the regulator gets about a transfer within five days (K-17). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class DossierTest {
  @Inject Book book;
  @Inject AdjustableClock clock;
  @Inject TransferKeys keys;

  @AfterEach
  void reset() {
    clock.reset();
  }

  @Test
  void theSignedDossierCountsEverybodyAndNamesNobody() throws IOException {
    new ConsentService().givesItems();
    Sale sale = new Sale(clock);
    CustomerId told = book.admit(sale.seller, Book.person("\u97e9\u6885"));
    CustomerId objects = book.admit(sale.seller, Book.person("\u674e\u96f7"));
    sale.noticed().tell(told, objects);
    sale.object(objects);
    issue(sale).then().statusCode(409).body("code", equalTo("TRANSFER_STAGE_CONFLICT"));
    newest(sale).then().statusCode(404).body("code", equalTo("DOSSIER_NOT_ISSUED"));
    sale.cutOver();
    String manifest = sale.handedOver().get("manifest");

    Response issued = issue(sale);

    issued.then().statusCode(201).body("number", equalTo(1));
    assertThat(newest(sale).asString()).isEqualTo(issued.asString());
    String body = issued.path("body");
    assertThat(issued.<String>path("sha256")).isEqualTo(digest(body));
    assertThat(signed(sale, body, issued.path("signature"))).isTrue();
    assertThat(signed(sale, body.replace("\"moved\":1", "\"moved\":2"), issued.path("signature")))
        .isFalse();
    JsonNode dossier = JsonMapper.builder().build().readTree(body);
    assertThat(dossier.path("people").toString())
        .isEqualTo(
            "{\"inScope\":2,\"told\":2,\"unreachable\":0,\"objected\":1,\"moved\":1,"
                + "\"copied\":0,\"restricted\":0}");
    assertThat(dossier.path("staying").toString()).isEqualTo("{\"OBJECTED\":1}");
    assertThat(dossier.path("handedOver").path("manifest").asText()).isEqualTo(digest(manifest));
    assertThat(dossier.path("stages").findValuesAsText("code"))
        .containsExactly("PREPARE", "DUE_DILIGENCE", "SIGNED", "NOTICE", "CUT_OVER");
    assertThat(dossier.path("evidence").findValuesAsText("code"))
        .contains("PIPIA_APPROVED", "PACKAGE_APPROVED", "BACKUP_VERIFIED", "PACKAGE_SENT");
    assertThat(body).doesNotContain(told.toString(), objects.toString());
  }

  @Test
  void aChangeThatIsNotReportedFiveDaysAfterTheCutOverIsLate() throws IOException {
    new ConsentService().givesItems();
    Sale sale = new Sale(clock);
    CustomerId told = book.admit(sale.seller, Book.person("\u97e9\u6885"));
    sale.noticed().tell(told);
    sale.cutOver();

    JsonNode inTime = report(issue(sale));
    clock.moveForward(Duration.ofDays(5).plusMinutes(1));
    JsonNode late = report(issue(sale).then().body("number", equalTo(2)).extract().response());

    assertThat(
            Duration.between(
                Instant.parse(inTime.path("effectiveAt").asText()),
                Instant.parse(inTime.path("dueAt").asText())))
        .isEqualTo(Duration.ofDays(5));
    assertThat(inTime.path("inTime").asBoolean()).isTrue();
    assertThat(late.path("inTime").asBoolean()).isFalse();
    assertThat(print(sale, "zh-CN"))
        .contains(
            "\u4e1a\u52a1\u8f6c\u8ba9\u6863\u6848", "\u662f\u5426\u6309\u671f \u5426", sale.id());
    assertThat(print(sale, "en")).contains("Dossier of a business transfer", "In time no");
  }

  private static JsonNode report(Response issued) throws IOException {
    return JsonMapper.builder().build().readTree(issued.<String>path("body")).path("report");
  }

  private String print(Sale sale, String language) throws IOException {
    byte[] pdf =
        sale.officer("3001")
            .get(sale.path("/dossier/document?language=" + language))
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static Response issue(Sale sale) {
    return sale.officer("3001").post(sale.path("/dossier"));
  }

  private static Response newest(Sale sale) {
    return sale.officer("3002").get(sale.path("/dossier"));
  }

  private boolean signed(Sale sale, String body, String signature) {
    return TransferKeys.verifies(
        keys.signingKey(sale.seller),
        body.getBytes(StandardCharsets.UTF_8),
        Base64.getUrlDecoder().decode(signature));
  }

  private static String digest(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ItemHash.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }
}
