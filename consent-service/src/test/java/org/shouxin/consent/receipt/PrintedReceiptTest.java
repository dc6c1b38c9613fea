package org.shouxin.consent.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.shouxin.consent.Broker;
import org.shouxin.consent.ConsentServiceTest;

@QuarkusTest
@ConsentServiceTest
class PrintedReceiptTest {
  private final String liLei = Broker.newCustomer();
  private final AuditStub audit = new AuditStub();

  @Test
  void aReceiptIsPrintedInChineseAsSigned() throws IOException {
    Broker broker = Broker.open();
    JsonNode receipt = given(broker);
    String event = receipt.at("/proof/log/event_id").asText();
    audit.integrate(new TestLog(), event, audit.entryOf(event));

    String text = print(broker, receipt, "zh-CN");
    assertThat(text)
        .contains(
            "同意回执",
            "决定内容 同意（单独同意）",
            "个人（客户编号） " + liLei,
            "目的 " + receipt.at("/processing/0/purpose").asText(),
            "个人信息种类 身份信息、联系方式、保单信息",
            "接收方 " + receipt.at("/parties/1/party_name").asText(),
            "保存期限 " + receipt.at("/processing/0/retention_period").asText(),
            "如何撤回 ",
            "主管机关 ",
            "回执编号 " + receipt.path("receipt_id").asText(),
            "审计日志 第 3 号条目，事件 " + event)
        .doesNotContain("译文");
    assertThat(text).containsPattern("有效期至 20[0-9]{2}-[01][0-9]-[0-3][0-9] ");
    audit.forget();
  }

  @Test
  void aReceiptIsPrintedInEnglishAndSaysThatItIsATranslation() throws IOException {
    Broker broker = Broker.open();
    JsonNode receipt = given(broker);

    assertThat(print(broker, receipt, "en"))
        .contains(
            "Consent receipt",
            "this page is a translation",
            "What was decided consent given (separate consent)",
            "Purpose P-12 ",
            "Data identity data, contact data, policy data",
            "How to withdraw",
            "How to complain",
            "not in the log yet; download the receipt again later");
  }

  @Test
  void aPrintedWithdrawalSaysThatNothingMayBeProcessed() throws IOException {
    Broker broker = Broker.open();
    String record = broker.share(liLei);
    JsonNode receipt =
        new ObjectMapper().readTree(broker.withdraw(liLei, record).<String>path("receipt"));

    assertThat(print(broker, receipt, "zh-CN")).contains("决定内容 撤回同意", "有效期至 不再有效：不得据此处理");
  }

  @Test
  void onlyTheReadersLanguagesArePrinted() throws IOException {
    Broker broker = Broker.open();
    String path = "/v1/receipts/" + given(broker).path("receipt_id").asText() + "/document";

    broker
        .customer(liLei)
        .get(path + "?language=fr")
        .then()
        .statusCode(400)
        .body("code", equalTo("LANGUAGE_UNSUPPORTED"));
    broker
        .customer(Broker.newCustomer())
        .get(path + "?language=en")
        .then()
        .statusCode(404)
        .body("code", equalTo("RECEIPT_NOT_FOUND"));
  }

  private JsonNode given(Broker broker) throws IOException {
    return new ObjectMapper()
        .readTree(broker.give(liLei, broker.sharing(liLei)).<String>path("receipt"));
  }

  private String print(Broker broker, JsonNode receipt, String language) throws IOException {
    Response printed =
        broker
            .customer(liLei)
            .queryParam("language", language)
            .get("/v1/receipts/" + receipt.path("receipt_id").asText() + "/document");
    assertThat(printed.statusCode()).isEqualTo(200);
    assertThat(printed.contentType()).isEqualTo("application/pdf");
    Files.write(Path.of("target/receipt-" + language + ".pdf"), printed.asByteArray());
    try (PDDocument read = Loader.loadPDF(printed.asByteArray())) {
      return new PDFTextStripper().getText(read);
    }
  }
}
