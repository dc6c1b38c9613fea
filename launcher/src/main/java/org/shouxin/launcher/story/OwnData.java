package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.LauncherException;

/** Steps 13 and 14: L asks what is kept of her and who looked, and withdraws P-12. */
final class OwnData implements Chapter {
  @Override
  public void play(Stage stage) {
    stage.step(13, () -> answered(stage));
    stage.step(14, () -> withdrawn(stage));
  }

  private static void answered(Stage stage) {
    Map<String, String> herself = Map.of("id", stage.cast.customerId);
    String request =
        stage
            .customer()
            .tell(
                "fileRightsRequest",
                "FileRightsRequestInput",
                Map.of("customerId", stage.cast.customerId, "type", "COPY"),
                "{ id }")
            .path("id")
            .asText();
    stage.about(request);
    stage
        .customer()
        .ask(
            "query($id: ID!) { customer(id: $id, purpose: \"P-04\") { id name mobile address"
                + " policies { number } } }",
            herself);
    stage
        .customer()
        .ask(
            "query($id: ID!) { accessHistory(customerId: $id, first: 50) { edges { node { eventId"
                + " actorId } } } }",
            herself);
    stage
        .officer()
        .ask(
            "mutation($id: ID!, $text: String!) { answerRightsRequest(requestId: $id, text: $text)"
                + " { state } }",
            Map.of("id", request, "text", "您的资料与访问记录可在门户下载。"));
  }

  private static void withdrawn(Stage stage) {
    CountDownLatch told = new CountDownLatch(1);
    HttpServer haiyun = listening(told);
    try {
      stage
          .officer()
          .put(
              Component.CONSENT,
              "/v1/stop-orders/webhooks/" + Cast.HAIYUN,
              new ObjectMapper()
                  .createObjectNode()
                  .put("url", "http://127.0.0.1:" + haiyun.getAddress().getPort() + "/told"));
      String consent = inForce(stage);
      stage
          .customer()
          .ask(
              "mutation($id: ID!) { withdrawConsent(consentRecordId: $id) { state } }",
              Map.of("id", consent));
      Wait.until(
          "the stop order", () -> told.getCount() == 0 ? Optional.of(consent) : Optional.empty());
      stage
          .haiyun()
          .ask(
              "mutation($id: ID!) { acknowledgeStopOrder(stopOrderId: $id) { state } }",
              Map.of("id", Wait.until("the stop order", () -> order(stage, consent))));
    } finally {
      haiyun.stop(0);
    }
    if (Sharing.isFound(stage)) {
      throw new LauncherException("The story was told otherwise: found after she withdrew.");
    }
  }

  private static String inForce(Stage stage) {
    for (JsonNode one :
        stage
            .customer()
            .ask(
                "query($id: ID!) { consentRecords(customerId: $id) { id purpose state } }",
                Map.of("id", stage.cast.customerId))) {
      if (one.path("purpose").asText().equals("P-12")) {
        return one.path("id").asText();
      }
    }
    throw new LauncherException("The story was told otherwise: no consent to P-12.");
  }

  private static Optional<String> order(Stage stage, String consent) {
    for (JsonNode one :
        stage.haiyun().ask("{ stopOrders(open: false) { id consentRecordId state } }")) {
      if (one.path("consentRecordId").asText().equals(consent)
          && one.path("state").asText().equals("DELIVERED")) {
        return Optional.of(one.path("id").asText());
      }
    }
    return Optional.empty();
  }

  /** Haiyun's own server, as far as the story needs it. */
  private static HttpServer listening(CountDownLatch told) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/told",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
            told.countDown();
          });
      server.start();
      return server;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
