package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The book of one client manager goes from ctl-donghai to ctl-xinghe through the gateway, from the
 * opening of the deal to its close (R-BT-01 to R-BT-05).
 */
@SystemTest
class TransferTest {
  private static final String MANAGER = "1977";
  private static final String AGREEMENT = "%064x".formatted(77);
  private static final String FIND =
      "query($factors: CustomerFactors!) { findCustomer(factors: $factors, purpose: \"%s\") { id name } }";

  private final RunningSystem system;
  private final KeycloakAdministrator keycloak;
  private final List<PlantedPerson> people =
      IntStream.range(360, 372).mapToObj(PlantedPerson::new).toList();
  private final SoldBook sold;
  private final SoldPackage parcel;

  TransferTest(RunningSystem system) {
    this.system = system;
    this.keycloak = new KeycloakAdministrator(system);
    this.sold = new SoldBook(system, system);
    this.parcel = new SoldPackage(system, system, sold);
  }

  @Test
  void aBookChangesHandsWithNobodyLostLeakedOrMovedAgainstHerWill() throws Exception {
    List<String> ids = planted();
    DemoCustomer stays = customer("objecting.customer", ids.getFirst());
    DemoCustomer moves = customer("moving.customer", ids.getLast());
    PlantedPerson objector = person(stays);
    PlantedPerson moved = person(moves);
    moves.giveConsent("P-12", "partner-haiyun");
    Caller manager = manager();
    assertThat(found(manager, "P-04", moved)).isTrue();
    assertThat(found(system.caller("partner-haiyun"), "P-12", moved)).isTrue();

    sold.open(MANAGER);
    dueDiligence();
    notice(ids, stays, moves);
    gates();
    sold.timePasses();
    JsonNode rehearsal =
        sold.seller(
            "query($id: ID!) { transferRehearsal(transferId: $id) { moved excluded restricted unreachable unmet { code } } }",
            Map.of(),
            "transferRehearsal");
    assertThat(rehearsal.toString())
        .isEqualTo("{\"moved\":11,\"excluded\":1,\"restricted\":0,\"unreachable\":0,\"unmet\":[]}");

    assertThat(sold.advance()).isEqualTo("CUT_OVER");
    assertThat(found(manager, "P-04", moved)).as("the seller's staff, at once").isFalse();
    assertThat(found(system.caller("partner-haiyun"), "P-12", moved))
        .as("the seller's partner, at once")
        .isFalse();
    assertThat(found(manager, "P-04", objector)).as("who objected stays").isTrue();
    Eventually.passes(() ->
        assertThat(
                moves
                    .caller()
                    .ask(
                        "query($id: ID!) { consentRecords(customerId: $id) { id } }",
                        Map.of("id", moves.id()))
                    .codes())
            .as("her consents, requests and complaints are answered at the receiver")
            .containsExactly("CUSTOMER_DEPARTED"));

    Path folder = packed();
    arrives(folder);
    assertThat(
            sold.count(
                "select count(*) from customer where controller_id = 'ctl-xinghe' and departed_at is null"
                    + " and id in (select customer_id from arrival_person)"))
        .isEqualTo(11);
    closes();
    Eventually.passes(() ->
        assertThat(loggedTypes())
            .contains(
                "transfer.opened",
                "pipia.approved",
                "dataroom.viewed",
                "transfer.notice.delivered",
                "transfer.customer.excluded",
                "backup.verified",
                "transfer.package.approved",
                "right.revoked",
                "transfer.sent",
                "transfer.received",
                "transfer.receipt.issued",
                "transfer.receipt.verified",
                "change.reported",
                "transfer.closed"));
  }

  private List<String> loggedTypes() {
    return system.log().verifiedEntries().stream()
        .filter(entry -> entry.toString().contains(sold.id()))
        .map(entry -> entry.path("type").asText())
        .distinct()
        .toList();
  }

  private void dueDiligence() {
    assertThat(sold.advanceRefused()).containsExactly("TRANSFER_GATES_UNMET");
    assertThat(sold.gates()).containsExactly("PIPIA_APPROVED 0 of 1", "INVENTORY_DONE 0 of 1");
    sold.evidence("deng.compliance", "PIPIA_APPROVED", "PIPIA-2026-9");
    sold.evidence("deng.compliance", "INVENTORY_DONE", "INV-2026-9");
    assertThat(sold.advance()).isEqualTo("DUE_DILIGENCE");
    sold.seller(
        "mutation($input: OpenDataRoomInput!) { openDataRoom(input: $input) { people smallestCell } }",
        Map.of(
            "input",
            Map.of(
                "transferId", sold.id(),
                "agreementSha256", AGREEMENT,
                "endsOn", today().plusDays(5).toString(),
                "viewers", List.of("2003"))),
        "openDataRoom");
    assertThat(
            system
                .caller("deng.compliance")
                .ask(
                    "mutation($id: ID!, $text: String!) { writeDataRoomNote(transferId: $id, text: $text) }",
                    Map.of("id", sold.id(), "text", "call " + people.getFirst().mobile()))
                .codes())
        .containsExactly("DATA_ROOM_TEXT_IDENTIFIES");
    Caller viewer = system.caller("qian.supervisor");
    Map<String, Object> room =
        Map.of("room", Map.of("transferId", sold.id(), "sellerId", "ctl-donghai"));
    String table =
        "query($room: DataRoomInput!) { dataRoomTable(room: $room, dimensions: []) { rows { people } suppressed watermark } }";
    assertThat(viewer.ask(table, room).codes()).containsExactly("DATA_ROOM_NOT_OPEN");
    viewer.ask(
        "mutation($room: DataRoomInput!, $sha: String!) { acceptDataRoomAgreement(room: $room, agreementSha256: $sha) }",
        Map.of("room", room.get("room"), "sha", AGREEMENT));
    JsonNode shown = viewer.ask(table, room).data("dataRoomTable");
    assertThat(shown.path("rows").findValuesAsText("people")).containsExactly("12");
    assertThat(shown.path("watermark").asText()).startsWith("ctl-xinghe 2003 ");
    sold.evidence("deng.compliance", "CONFIDENTIALITY_ACCEPTED", AGREEMENT);
    sold.evidence("deng.compliance", "CONTRACT_SIGNED", "SPA-2026-9");
    assertThat(sold.advance()).isEqualTo("SIGNED");
  }

  private void notice(List<String> ids, DemoCustomer stays, DemoCustomer moves) {
    assertThat(sold.publish("zh-CN", 8).codes()).containsExactly("TRANSFER_NOTICE_INCOMPLETE");
    assertThat(sold.publish("zh-CN", 12).codes()).isEmpty();
    assertThat(sold.publish("en", 12).codes()).isEmpty();
    assertThat(sold.advance()).isEqualTo("NOTICE");
    JsonNode own =
        moves
            .caller()
            .ask("{ ownTransfers(language: \"en\") { id stage notice objectedAt } }")
            .data("ownTransfers")
            .path(0);
    assertThat(own.path("id").asText()).isEqualTo(sold.id());
    assertThat(own.path("notice").asText()).contains("T-01 ", "T-12 ");
    assertThat(
            stays
                .caller()
                .ask(
                    "mutation($id: ID!) { objectToTransfer(transferId: $id) { customerId } }",
                    Map.of("id", sold.id()))
                .data("objectToTransfer")
                .path("customerId")
                .asText())
        .isEqualTo(stays.id());
    sold.deliver(ids);
  }

  /** Every gate before the cut-over, refused as long as it is shut. */
  private void gates() {
    assertThat(sold.advanceRefused()).containsExactly("TRANSFER_GATES_UNMET");
    assertThat(sold.gates())
        .anyMatch(gate -> gate.startsWith("OBJECTION_PERIOD_OVER objections until "))
        .contains("RECEIVER_NAMED 0 of 1", "PACKAGE_APPROVED 0 of 2")
        .noneMatch(gate -> gate.startsWith("NOTICES_DELIVERED"));
    JsonNode keys =
        sold.buyer(
            "{ transferKeys { receivingKey { kty crv x } signingKey { kty crv x } } }",
            Map.of(),
            "transferKeys");
    Map<String, String> weak = Map.of("kty", "OKP", "crv", "X25519", "x", "A".repeat(43));
    assertThat(sold.name(weak, SoldBook.key(keys.path("signingKey"))).codes())
        .containsExactly("RECEIVER_KEY_WEAK");
    assertThat(
            sold.name(
                    SoldBook.key(keys.path("receivingKey")), SoldBook.key(keys.path("signingKey")))
                .codes())
        .isEmpty();
    assertThat(sold.tryEvidence("deng.compliance", "PACKAGE_APPROVED", "OK-1").codes())
        .containsExactly("SELF_APPROVAL");
    sold.approve("fang.compliance");
    sold.approve("sun.supervisor");
    assertThat(sold.advanceRefused()).containsExactly("TRANSFER_GATES_UNMET");
    assertThat(sold.gates()).hasSize(1);
  }

  private Path packed() throws Exception {
    assertThat(sold.pack().codes()).containsExactly("TRANSFER_GATES_UNMET");
    assertThat(sold.tryEvidence("deng.compliance", "BACKUP_VERIFIED", "BK-2026-9").codes())
        .containsExactly("BACKUP_NOT_VERIFIED");
    sold.verifiedBackup();
    while (!sold.packOn()) {
      continue;
    }
    Path folder = parcel.handOver();
    assertThat(parcel.verify(folder)).startsWith("0 ");
    parcel.spoilt(
        folder,
        "statement/000001.sealed",
        () ->
            assertThat(parcel.verify(folder))
                .startsWith("1 ")
                .contains("PACKAGE_CHANGED", "statement/000001.sealed"));
    return folder;
  }

  private void arrives(Path folder) throws IOException, SQLException {
    parcel.employSecondOfficer();
    assertThat(parcel.openArrival(sold.buyersKey()).codes()).containsExactly("PACKAGE_UNSIGNED");
    assertThat(parcel.openArrival(sold.sellersKey()).codes()).isEmpty();
    assertThat(parcel.admit().codes()).containsExactly("PACKAGE_FILES_MISSING");
    assertThat(parcel.sendChanged(folder, "statement/000001.sealed")).isEqualTo("PACKAGE_CHANGED");
    parcel.send(folder);
    Answer admitted = parcel.admit();
    assertThat(admitted.codes()).as(admitted.body()).isEmpty();
    assertThat(admitted.data("admitArrival").path("admitted").asBoolean()).isTrue();
    assertThat(parcel.unassigned()).isEqualTo(11);
    assertThat(parcel.assign("2097")).isZero();
    assertThat(sold.advance()).isEqualTo("RECONCILE");
  }

  private void closes() {
    assertThat(sold.advanceRefused()).containsExactly("TRANSFER_GATES_UNMET");
    JsonNode receipt = parcel.receipt();
    assertThat(receipt.path("receipt").asText())
        .contains(
            "{\"name\":\"person\"", "\"matched\":11,\"explained\":0,\"missing\":0,\"extra\":0}")
        .doesNotContain("\"missing\":1", "\"extra\":1");
    assertThat(parcel.take(receipt, "\"matched\":11", "\"matched\":12"))
        .containsExactly("RECEIPT_UNSIGNED");
    assertThat(parcel.take(receipt, "", "")).isEmpty();
    sold.evidence("deng.compliance", "CHANGE_REPORTED", "NFRA-2026-9");
    sold.decideLeftovers(parcel.itemClasses());
    JsonNode leftovers =
        sold.seller(
            "query($id: ID!) { transferLeftovers(transferId: $id) { decided { itemClass decision }"
                + " plans { planId } } }",
            Map.of(),
            "transferLeftovers");
    assertThat(leftovers.path("decided").toString())
        .contains("{\"itemClass\":\"person\",\"decision\":\"DESTROY\"}");
    assertThat(leftovers.path("plans")).as("the law keeps their contracts").isEmpty();
    assertThat(sold.advance()).isEqualTo("CLOSE");
  }

  private List<String> planted() throws SQLException {
    BookFile book = new BookFile();
    people.forEach(person -> book.with(person, "业务员工号", MANAGER));
    new Importer(system).send(book.bytes(StandardCharsets.UTF_8));
    List<String> ids =
        sold.column(
            "select customer_id::text from assignment where controller_id = 'ctl-donghai'"
                + " and employee_no = '"
                + MANAGER
                + "' and ended_at is null order by customer_id");
    assertThat(ids).hasSize(people.size());
    return ids;
  }

  private DemoCustomer customer(String username, String id) {
    keycloak.addCustomer(username, id);
    return new DemoCustomer(system.callerWith(keycloak.tokenOf(username)), id);
  }

  private Caller manager() {
    keycloak.addPerson("selling.manager", "client-manager", MANAGER, "杭州分公司");
    Certificates.imported(system, MANAGER);
    return system.callerWith(keycloak.tokenOf("selling.manager"));
  }

  /** Which of the planted people this record is: she knows her own number. */
  private PlantedPerson person(DemoCustomer customer) {
    String mobile = customer.ownRecord().path("mobile").asText();
    return people.stream()
        .filter(each -> mobile.endsWith(each.mobile().substring(each.mobile().length() - 4)))
        .findAny()
        .orElseThrow(() -> new AssertionError("nobody ends on " + mobile));
  }

  private boolean found(Caller caller, String purpose, PlantedPerson person) {
    Answer answer = caller.ask(FIND.formatted(purpose), Map.of("factors", person.factors()));
    assertThat(answer.codes()).as(answer.body()).isEmpty();
    return answer.data("findCustomer").hasNonNull("id");
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Shanghai"));
  }
}
