package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.shouxin.launcher.Component;

/** Issue 3 parts 5 and 7, whole: a corrected number reaches the partner; a grade changes a mask. */
@SystemTest
class CorrectionTest {
  private static final String PARTNER = "partner-haiyun";
  private static final String NEW_MOBILE = "13900139001";
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
  private static final String READ =
      "query($id: ID!) { customer(id: $id, purpose: \"P-12\") { id mobile email } }";

  private final RunningSystem system;
  private final DemoCustomer lilei;
  private final Caller partner;
  private final Caller officer;

  CorrectionTest(RunningSystem system) {
    this.system = system;
    this.lilei = system.customer("li.lei");
    this.partner = system.caller(PARTNER);
    this.officer = system.caller("deng.compliance");
  }

  @Test
  void aPartnerThatWasGivenTheOldMobileIsToldAcknowledgesAndTheClockIsMet() throws IOException {
    lilei.withdrawAll("P-12", PARTNER);
    lilei.giveConsent("P-12", PARTNER);
    assertThat(partner.ask(READ, Map.of("id", lilei.id())).data("customer").path("mobile").asText())
        .contains("*");
    Queue<String> received = new ConcurrentLinkedQueue<>();
    HttpServer webhook = listen(received);
    try {
      registerWebhook(webhook.getAddress().getPort());

      String correction = correctMobile();

      Eventually.passes(() -> assertThat(received).anyMatch(body -> body.contains("CORRECTION")));
      JsonNode told = Caller.JSON.readTree(received.element());
      assertThat(told.path("field").asText()).isEqualTo("mobile");
      assertThat(told.path("customerId").asText()).isEqualTo(lilei.id());
      assertThat(String.join("", received)).doesNotContain(NEW_MOBILE);

      String notice = noticeOf(correction).path("id").asText();
      assertThat(notice).isEqualTo(told.path("noticeId").asText());
      Answer acknowledged =
          partner.ask(
              "mutation($id: ID!) { acknowledgeCorrection(noticeId: $id) { state } }",
              Map.of("id", notice));
      assertThat(acknowledged.data("acknowledgeCorrection").path("state").asText())
          .as(acknowledged.body())
          .isEqualTo("ACKNOWLEDGED");
      Eventually.passes(() -> assertThat(clockOf(correction)).isEqualTo("MET"));
      assertThat(
              partner.ask(READ, Map.of("id", lilei.id())).data("customer").path("mobile").asText())
          .isEqualTo("*******9001");
    } finally {
      webhook.stop(0);
      lilei.withdrawAll("P-12", PARTNER);
    }
  }

  @Test
  void aRegradedFieldIsMaskedDifferentlyOnTheNextReadOfTheEdgeWithoutADeployment() {
    lilei.withdrawAll("P-12", PARTNER);
    lilei.giveConsent("P-12", PARTNER);
    JsonNode before = partner.ask(READ, Map.of("id", lilei.id())).data("customer");
    assertThat(before.path("mobile").asText()).contains("*");

    regradeMobile("HIDDEN");
    assertThat(partner.ask(READ, Map.of("id", lilei.id())).data("customer").path("mobile").isNull())
        .isTrue();

    regradeMobile("P");
    assertThat(partner.ask(READ, Map.of("id", lilei.id())).data("customer")).isEqualTo(before);
    lilei.withdrawAll("P-12", PARTNER);
  }

  @Test
  void everyUseOfAnUnmaskGrantStandsInTheCustomersOwnAccessHistory() {
    Answer opened =
        system
            .caller("wang.manager")
            .ask(
                "mutation($input: RequestUnmaskInput!) { requestUnmask(input: $input) { state value } }",
                Map.of(
                    "input",
                    Map.of(
                        "customerId", lilei.id(),
                        "field", "email",
                        "purpose", "P-04",
                        "reason", "call back about the renewal")));
    assertThat(opened.data("requestUnmask").path("state").asText())
        .as(opened.body())
        .isEqualTo("GRANTED");

    Eventually.passes(() ->
        assertThat(lilei.accessHistory())
            .anyMatch(event ->
                event.path("actorId").asText().equals("1024")
                    && event.path("fields").toString().equals("[\"email\"]")
                    && event.path("permitted").asBoolean()));
  }

  private String correctMobile() {
    Answer sent =
        lilei
            .caller()
            .ask(
                "mutation($mobile: String!) { sendMobileCode(mobile: $mobile) { expiresAt } }",
                Map.of("mobile", NEW_MOBILE));
    assertThat(sent.codes()).as(sent.body()).isEmpty();
    Answer applied =
        lilei
            .caller()
            .ask(
                "mutation($input: ProposeCorrectionInput!) { proposeCorrection(input: $input) { id state } }",
                Map.of(
                    "input",
                    Map.of(
                        "customerId",
                        lilei.id(),
                        "field",
                        "mobile",
                        "value",
                        NEW_MOBILE,
                        "code",
                        codeOnTheTelephone())));
    assertThat(applied.data("proposeCorrection").path("state").asText())
        .as(applied.body())
        .isEqualTo("APPLIED");
    return applied.data("proposeCorrection").path("id").asText();
  }

  private String codeOnTheTelephone() {
    Path folder = system.home().resolve("messages/sms");
    try (Stream<Path> messages = Files.list(folder)) {
      String newest =
          messages
              .sorted()
              .map(CorrectionTest::text)
              .filter(text -> text.startsWith(NEW_MOBILE))
              .reduce((earlier, later) -> later)
              .orElseThrow();
      Matcher code = CODE.matcher(newest.substring(NEW_MOBILE.length()));
      assertThat(code.find()).isTrue();
      return code.group();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private JsonNode noticeOf(String correction) {
    Answer notices =
        partner.ask("{ correctionNotices { id correctionId customerId field state dueAt } }");
    return StreamSupport.stream(notices.data("correctionNotices").spliterator(), false)
        .filter(notice -> notice.path("correctionId").asText().equals(correction))
        .findFirst()
        .orElseThrow(() -> new AssertionError(notices.body()));
  }

  private String clockOf(String correction) {
    JsonNode clocks = rest(Component.RECORDS, "GET", "/v1/correction-notices/clocks", officer, "");
    return StreamSupport.stream(clocks.spliterator(), false)
        .filter(clock -> clock.path("correctionId").asText().equals(correction))
        .map(clock -> clock.path("state").asText())
        .findFirst()
        .orElse("");
  }

  private void registerWebhook(int port) {
    JsonNode registered =
        rest(
            Component.CONSENT,
            "PUT",
            "/v1/stop-orders/webhooks/" + PARTNER,
            officer,
            "{\"url\":\"http://127.0.0.1:" + port + "/told\"}");
    assertThat(registered.path("secret").asText()).isNotEmpty();
  }

  private void regradeMobile(String forPartner) {
    String grade =
        """
        {"basis":"JR/T 0197-2020","grade":{"field":"mobile","grade":"C2","level":3,"sensitive":false,
         "mask":"TELEPHONE","shown":{"customer":"FULL","partner":"%s","clientManager":"W",
         "supervisor":"W","compliance":"W","auditor":"P"}}}
        """
            .formatted(forPartner);
    JsonNode proposed =
        rest(
            Component.RECORDS,
            "POST",
            "/v1/catalogue/proposals",
            system.caller("ops.operator"),
            grade);
    JsonNode approved =
        rest(
            Component.RECORDS,
            "POST",
            "/v1/catalogue/proposals/" + proposed.path("id").asText() + "/approval",
            officer,
            "{}");
    assertThat(approved.path("state").asText()).as(approved.toString()).isEqualTo("APPROVED");
  }

  private JsonNode rest(Component service, String method, String path, Caller caller, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(system.url(service).resolve(path))
            .header("Authorization", "Bearer " + caller.token())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    Answer answer = Caller.send(request);
    assertThat(List.of(200, 201)).as(answer.body()).contains(answer.status());
    return answer.json();
  }

  private static HttpServer listen(Queue<String> received) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/told",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          if (body.contains("CORRECTION")) {
            received.add(body);
          }
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
