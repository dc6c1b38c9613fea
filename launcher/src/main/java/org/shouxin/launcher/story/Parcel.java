package org.shouxin.launcher.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.Http;
import org.shouxin.launcher.LauncherException;

/** The package on its way from Old to New, and New's receipt for it (R-BT-04). */
final class Parcel {
  private static final String PACK =
      "mutation($id: ID!) { packTransfer(transferId: $id) { sealed } }";

  private final Http http = new Http();
  private final Stage stage;
  private final Broker joined;
  private final Deal deal;
  private JsonNode signed = new ObjectMapper().createObjectNode();

  Parcel(Stage stage, Broker joined, Deal deal) {
    this.stage = stage;
    this.joined = joined;
    this.deal = deal;
  }

  /** Nothing while audit-service does not know yet how long all their records are kept. */
  private Optional<Boolean> packedOn(Map<String, String> transfer) {
    Caller officer = stage.officer();
    if (officer.codes(PACK, transfer).contains("RETENTION_CLOCKS_UNKNOWN")) {
      return Optional.empty();
    }
    return Optional.of(officer.ask(PACK, transfer).path("sealed").asBoolean());
  }

  /** Packed, and given out to New, which admits it by two people. */
  void moved() {
    Map<String, String> transfer = Map.of("id", deal.id());
    boolean sealed = false;
    while (!sealed) {
      sealed = Wait.until("the retention clocks of who moves", () -> packedOn(transfer));
    }
    signed =
        stage
            .officer()
            .ask(
                "mutation($id: ID!) { handOverTransfer(transferId: $id) { manifest signature } }",
                transfer);
    Caller receiver = stage.as(joined.officer());
    String arrival =
        receiver
            .tell(
                "openArrival",
                "OpenArrivalInput",
                Map.of(
                    "manifest",
                    signed.path("manifest").asText(),
                    "signature",
                    signed.path("signature").asText(),
                    "sellerKey",
                    Deal.key(deal.keys(stage.broker).path("signingKey"))),
                "{ id }")
            .path("id")
            .asText();
    files().forEach(name -> sent(receiver, arrival, name));
    boolean admitted =
        stage
            .as(joined.second())
            .ask("mutation($id: ID!) { admitArrival(id: $id) { admitted } }", Map.of("id", arrival))
            .path("admitted")
            .asBoolean();
    if (!admitted) {
      throw new LauncherException("The story was told otherwise: New did not admit the package.");
    }
    deal.reached("RECONCILE");
    receipted(receiver, arrival);
  }

  private void receipted(Caller receiver, String arrival) {
    JsonNode receipt =
        receiver.ask(
            "mutation($id: ID!) { issueTransferReceipt(arrivalId: $id) { receipt signature } }",
            Map.of("id", arrival));
    stage
        .officer()
        .ask(
            "mutation($id: ID!, $receipt: String!, $signature: String!) { takeTransferReceipt("
                + "transferId: $id, receipt: $receipt, signature: $signature) { stage } }",
            Map.of(
                "id", deal.id(),
                "receipt", receipt.path("receipt").asText(),
                "signature", receipt.path("signature").asText()));
  }

  private void sent(Caller receiver, String arrival, String name) {
    byte[] file =
        http.getBytes(
            at("/v1/transfers/" + deal.id() + "/package/files/" + name), stage.officer().token());
    http.put(
        at("/v1/arrivals/" + arrival + "/files/" + name),
        receiver.token(),
        "application/octet-stream",
        BodyPublishers.ofByteArray(file));
  }

  private URI at(String path) {
    return stage.layout.url(Component.RECORDS).resolve(path);
  }

  /** Classes of items that went. */
  List<String> itemClasses() {
    return manifest()
        .path("classes")
        .valueStream()
        .map(each -> each.path("name").asText())
        .toList();
  }

  private List<String> files() {
    List<String> names = new ArrayList<>();
    manifest().path("schemas").forEach(file -> names.add(file.path("name").asText()));
    for (JsonNode each : manifest().path("classes")) {
      names.add(each.path("leaves").path("name").asText());
      each.path("files").forEach(file -> names.add(file.path("name").asText()));
    }
    return names;
  }

  private JsonNode manifest() {
    try {
      return new ObjectMapper().readTree(signed.path("manifest").asText());
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a manifest is JSON", impossible);
    }
  }
}
