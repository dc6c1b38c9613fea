package org.shouxin.launcher.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.shouxin.launcher.LauncherException;

/** The merger of Old into New as Old's people tell it to the gateway (R-BT-01 to R-BT-05). */
final class Deal {
  private static final String GATES = "{ stage gates { code met detail } }";
  private static final String AGREEMENT = "7d".repeat(32);
  private final Stage stage;
  private final Broker joined;
  private final String id;

  private Deal(Stage stage, Broker joined, String id) {
    this.stage = stage;
    this.joined = joined;
    this.id = id;
    stage.about(id);
  }

  /** Opened about W's customers: L and M. */
  static Deal opened(Stage stage, Broker joined) {
    JsonNode opened =
        stage
            .officer()
            .tell(
                "openTransfer",
                "OpenTransferInput",
                Map.of(
                    "dealType",
                    "MERGER",
                    "fromControllerId",
                    stage.broker.controller(),
                    "toControllerId",
                    joined.controller(),
                    "toControllerName",
                    "星河保险经纪有限公司",
                    "toControllerContact",
                    "上海市徐汇区示例街 16 号 dpo@xinghe.example",
                    "cutOverOn",
                    stage.today.toString(),
                    "scope",
                    "MANAGER:" + stage.cast.managerNo),
                "{ id }");
    return new Deal(stage, joined, opened.path("id").asText());
  }

  String id() {
    return id;
  }

  /** Assessed and inventoried; New's supervisor sees the data room and nobody in it. */
  void examined() {
    evidence(stage.officer(), "PIPIA_APPROVED", "PIPIA-" + stage.cast.managerNo);
    evidence(stage.officer(), "INVENTORY_DONE", "INV-" + stage.cast.managerNo);
    reached("DUE_DILIGENCE");
    stage
        .officer()
        .tell(
            "openDataRoom",
            "OpenDataRoomInput",
            Map.of(
                "transferId",
                id,
                "agreementSha256",
                AGREEMENT,
                "endsOn",
                stage.today.plusDays(5).toString(),
                "viewers",
                List.of("2003")),
            "{ smallestCell }");
    Map<String, ?> room = Map.of("transferId", id, "sellerId", stage.broker.controller());
    Caller viewer = stage.as(joined.supervisor());
    viewer.ask(
        "mutation($room: DataRoomInput!, $sha: String!) { acceptDataRoomAgreement(room: $room,"
            + " agreementSha256: $sha) }",
        Map.of("room", room, "sha", AGREEMENT));
    JsonNode shown =
        viewer.ask(
            "query($room: DataRoomInput!) { dataRoomTable(room: $room, dimensions: []) { rows {"
                + " people } suppressed watermark } }",
            Map.of("room", room));
    if (shown.path("rows").has(0)) {
      throw new LauncherException("The story was told otherwise: two people in a data room.");
    }
    evidence(stage.officer(), "CONFIDENTIALITY_ACCEPTED", AGREEMENT);
    evidence(stage.officer(), "CONTRACT_SIGNED", "MERGER-" + stage.cast.managerNo);
    reached("SIGNED");
  }

  /** L reads who will have her data, and does not object until the last day. */
  void announced() {
    for (String language : List.of("zh-CN", "en")) {
      stage
          .officer()
          .tell(
              "publishTransferNotice",
              "PublishTransferNoticeInput",
              Map.of("transferId", id, "language", language, "items", items()),
              "{ stage }");
    }
    reached("NOTICE");
    stage
        .officer()
        .ask(
            "mutation($id: ID!, $outcomes: [DeliveryInput!]!) { recordTransferDeliveries("
                + "transferId: $id, outcomes: $outcomes) }",
            Map.of(
                "id",
                id,
                "outcomes",
                List.of(stage.cast.customerId, stage.cast.childId).stream()
                    .map(each -> Map.of("customerId", each, "channel", "SMS", "delivered", true))
                    .toList()));
    JsonNode own =
        stage.customer().ask("{ ownTransfers(language: \"zh-CN\") { id notice } }").path(0);
    if (!own.path("notice").asText().contains("T-12")) {
      throw new LauncherException("The story was told otherwise: L was told nothing.");
    }
    stage.backstage.objectionsEnd(id);
  }

  private static List<Map<String, String>> items() {
    return IntStream.rangeClosed(3, 12)
        .mapToObj("T-%02d"::formatted)
        .map(code -> Map.of("code", code, "text", "见合并公告 " + code))
        .toList();
  }

  /** Two people approve what goes to New's keys; Old is shut out, a backup is proven. */
  void cutOver() {
    stage
        .officer()
        .tell(
            "nameTransferReceiver",
            "NameReceiverInput",
            Map.of(
                "transferId",
                id,
                "receivingKey",
                key(keys(joined).path("receivingKey")),
                "signingKey",
                key(keys(joined).path("signingKey"))),
            "{ stage }");
    String named = detail("RECEIVER_NAMED");
    evidence(stage.second(), "PACKAGE_APPROVED", named);
    evidence(stage.supervisor(), "PACKAGE_APPROVED", named);
    reached("CUT_OVER");
    Drill.passed(stage);
    String verified =
        stage.officer().ask("{ verifiedBackups { eventId } }").path(0).path("eventId").asText();
    Wait.until(
        "the backup's event in the log",
        () ->
            codes(stage.officer(), "BACKUP_VERIFIED", verified).isEmpty()
                ? Optional.of(verified)
                : Optional.empty());
  }

  /** Reported, what is left at Old decided class by class, closed. */
  void closed(List<String> itemClasses) {
    evidence(stage.officer(), "CHANGE_REPORTED", "NFRA-" + stage.cast.managerNo);
    for (String itemClass : itemClasses) {
      stage
          .officer()
          .ask(
              "mutation($input: DecideLeftoverInput!) { decideLeftover(input: $input) }",
              Map.of(
                  "input",
                  Map.of(
                      "transferId",
                      id,
                      "itemClass",
                      itemClass,
                      "decision",
                      "KEEP_RESTRICTED",
                      "basis",
                      "RT-02")));
    }
    reached("CLOSE");
  }

  /** Moves on to that stage. */
  void reached(String next) {
    String now =
        stage
            .officer()
            .ask(
                "mutation($id: ID!) { advanceTransfer(transferId: $id) { stage } }",
                Map.of("id", id))
            .path("stage")
            .asText();
    if (!now.equals(next)) {
      throw new LauncherException("The story was told otherwise: the transfer is at " + now + ".");
    }
  }

  /** The public keys of a broker. */
  JsonNode keys(Broker of) {
    return stage
        .as(of.officer())
        .ask("{ transferKeys { receivingKey { kty crv x } signingKey { kty crv x } } }");
  }

  static Map<String, String> key(JsonNode key) {
    return Map.of(
        "kty", key.path("kty").asText(),
        "crv", key.path("crv").asText(),
        "x", key.path("x").asText());
  }

  private void evidence(Caller who, String gate, String reference) {
    List<String> refused = codes(who, gate, reference);
    if (!refused.isEmpty()) {
      throw new LauncherException("The story was told otherwise: " + refused + " to " + gate + ".");
    }
  }

  private List<String> codes(Caller who, String gate, String reference) {
    Map<String, String> said = new HashMap<>(Map.of("id", id, "gate", gate));
    said.put("reference", reference);
    return who.codes(
        "mutation($id: ID!, $gate: String!, $reference: String!) { recordTransferEvidence("
            + "transferId: $id, gate: $gate, reference: $reference) { stage } }",
        said);
  }

  private String detail(String gate) {
    return stage
        .officer()
        .ask("query($id: ID!) { transfer(id: $id) " + GATES + " }", Map.of("id", id))
        .path("gates")
        .valueStream()
        .filter(each -> each.path("code").asText().equals(gate))
        .map(each -> each.path("detail").asText())
        .findFirst()
        .orElseThrow();
  }
}
