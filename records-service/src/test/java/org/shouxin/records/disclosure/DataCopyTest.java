package org.shouxin.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.records.Book;
import org.shouxin.records.Caller;
import org.shouxin.records.ConsentService;
import org.shouxin.records.RecordsServiceTest;
import org.shouxin.records.customer.PersonFacts;

/** PIPL art. 45: a person takes a copy of her data away, as a file and as a PDF (R-CP-02). */
@QuarkusTest
@RecordsServiceTest
@NullUnmarked
class DataCopyTest {
  private static final String[] ALL = {
    "name", "idType", "idNumber", "gender", "birthDate", "mobile", "email", "address", "policies"
  };

  @Inject Book book;
  @Inject ObjectMapper json;

  private final PersonFacts hanMei = Book.person("\u97e9\u6885\u6885");
  private ConsentService consent;
  private CustomerId id;
  private String policyNumber;

  @BeforeEach
  void herFile() {
    consent = new ConsentService();
    policyNumber = Book.nextPolicyNumber();
    book.admit(Book.DONGHAI, Book.policy(policyNumber, hanMei, hanMei));
    id = book.admit(hanMei);
  }

  @Test
  void thePdfHoldsWhatTheFileHoldsInBothLanguages() throws IOException {
    consent.permits(ALL);

    JsonNode data = json.readTree(file(take(Caller.customer(id), id, "FILE", "en"))).path("data");
    String english = text(take(Caller.customer(id), id, "DOCUMENT", "en"));
    String chinese = text(take(Caller.customer(id), id, "DOCUMENT", "zh-CN"));

    assertThat(data.path("name").asText()).isEqualTo("\u97e9\u6885\u6885");
    assertThat(data.at("/policies/0/number").asText()).isEqualTo(policyNumber);
    assertThat(data.path("idNumber").asText()).contains("*").isNotEqualTo(hanMei.idNumber());
    for (String name : new String[] {"name", "idNumber", "birthDate", "mobile", "email"}) {
      assertThat(english).as(name).contains(data.path(name).asText());
      assertThat(chinese).as(name).contains(data.path(name).asText());
    }
    data.at("/policies/0")
        .forEach(value -> {
          if (!value.asText().contains("APPLICANT")) {
            assertThat(english).contains(value.asText());
          }
        });
    assertThat(english)
        .contains("Copy of my personal data", "Female", "Resident identity card")
        .contains("Policyholder, Insured")
        .doesNotContain(hanMei.idNumber());
    assertThat(chinese)
        .contains(
            "\u6211\u7684\u4e2a\u4eba\u4fe1\u606f\u526f\u672c", "\u5973", "\u6295\u4fdd\u4eba")
        .doesNotContain(hanMei.idNumber());
  }

  @Test
  void eachCopyIsOnRecordAsAReadOfWhatItHolds() {
    consent.permits(ALL);

    take(Caller.customer(id), id, "DOCUMENT", "en").then().statusCode(200);

    assertThat(book.events(id)).endsWith("record.read", "record.read");
  }

  @Test
  void whatThePurposeExcludesIsNamedAndNotPrinted() throws IOException {
    consent.permits("name");

    String printed = text(take(Caller.customer(id), id, "DOCUMENT", "en"));

    assertThat(printed)
        .contains("\u97e9\u6885\u6885", "Not given, or outside this purpose")
        .containsPattern("Left out, since the purpose does not cover it:[^.]*Mobile[^.]*Policy")
        .doesNotContain(hanMei.mobile(), policyNumber);
  }

  @Test
  void aGuardianTakesHerChildsCopyAsFarAsTheDecisionGoes() throws IOException {
    consent.permits(ALL);
    CustomerId guardian = book.admit(Book.person("\u674e\u96f7"));

    assertThat(text(take(Caller.customer(guardian), id, "DOCUMENT", "en"))).contains(id.toString());

    consent.refuses("NOT_SELF");
    take(Caller.customer(guardian), id, "DOCUMENT", "en").then().statusCode(404);
  }

  @Test
  void aRefusedAndAnUnknownPersonHaveNoCopyAndLookTheSame() {
    consent.refuses("RESTRICTED");
    Response refused = take(Caller.customer(id), id, "DOCUMENT", "en");
    Response unknown = take(Caller.customer(id), new CustomerId(Ids.random()), "DOCUMENT", "en");

    refused.then().statusCode(404).body("code", equalTo("CUSTOMER_NOT_FOUND"));
    assertThat(unknown.asString()).isEqualTo(refused.asString());
    assertThat(book.events(id)).endsWith("access.denied");
  }

  @Test
  void onlyACustomerTakesACopyAndOnlyInAFormThereIs() {
    consent.permits(ALL);

    take(Caller.manager("1024"), id, "DOCUMENT", "en").then().statusCode(403);
    take(Caller.partner(), id, "FILE", "en").then().statusCode(403);
    take(Caller.customer(id), id, "SCROLL", "en").then().statusCode(400);
    take(Caller.customer(id), id, "FILE", "fr").then().statusCode(400);
    consent.isAway();
    take(Caller.customer(id), id, "FILE", "en").then().statusCode(503);
  }

  private static Response take(Caller caller, CustomerId whose, String form, String language) {
    return caller.post(
        "/v1/customers/copy",
        Map.of("customerId", whose.toString(), "form", form, "language", language));
  }

  private static byte[] file(Response copy) {
    return Base64.getDecoder()
        .decode(copy.then().statusCode(200).extract().<String>path("content"));
  }

  private static String text(Response copy) throws IOException {
    copy.then().body("mediaType", equalTo("application/pdf"));
    try (PDDocument document = Loader.loadPDF(file(copy))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
