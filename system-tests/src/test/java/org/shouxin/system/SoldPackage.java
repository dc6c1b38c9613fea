package org.shouxin.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;
import org.shouxin.platform.identity.Ids;

/**
 * The package of one sale on its way: laid down as a folder, verified, sent, admitted, receipted.
 */
final class SoldPackage {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String second = "receiver-" + Ids.random().toString().substring(0, 8);
  private final RunningSystem seller;
  private final RunningSystem buyer;
  private final SoldBook sold;
  private String arrival = "";
  private JsonNode signed = Caller.JSON.createObjectNode();

  SoldPackage(RunningSystem seller, RunningSystem buyer, SoldBook sold) {
    this.seller = seller;
    this.buyer = buyer;
    this.sold = sold;
  }

  /** Gives the receiver a second officer, who compares the seller's key and admits. */
  void employSecondOfficer() {
    new KeycloakAdministrator(buyer)
        .addPerson(
            second,
            "compliance-officer",
            Map.of("controller", "ctl-xinghe", "employee_no", "2098", "branch", "\u6210\u90fd"));
  }

  /** Gives the package out and lays it down as a folder, the seller's key beside it. */
  Path handOver() throws IOException {
    signed =
        sold.seller(
            "mutation($id: ID!) { handOverTransfer(transferId: $id) { manifest signature } }",
            Map.of(),
            "handOverTransfer");
    Path folder = Files.createDirectory(Files.createTempDirectory("sold").resolve("package"));
    Files.writeString(folder.resolve("manifest.json"), signed.path("manifest").asText());
    Files.writeString(folder.resolve("manifest.json.sig"), signed.path("signature").asText());
    Files.writeString(
        folder.resolveSibling("seller.jwk"), Caller.JSON.valueToTree(sold.sellersKey()).toString());
    for (String name : files()) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(
          file,
          bytes(
              SoldBook.request(
                      seller,
                      Component.RECORDS,
                      "/v1/transfers/" + sold.id() + "/package/files/" + name,
                      SoldBook.SELLER)
                  .GET()
                  .build()));
    }
    return folder;
  }

  /** Exit status of {@code ./shouxin verify-package} and all that it said. */
  String verify(Path folder) {
    try {
      Process process =
          new ProcessBuilder(
                  Project.path("shouxin").toString(),
                  "verify-package",
                  folder.toString(),
                  "--key",
                  folder.resolveSibling("seller.jwk").toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() + " " + said;
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** Does something while one byte of a file is changed. */
  void spoilt(Path folder, String name, Runnable meanwhile) throws IOException {
    byte[] right = Files.readAllBytes(folder.resolve(name));
    Files.write(folder.resolve(name), changed(right));
    meanwhile.run();
    Files.write(folder.resolve(name), right);
  }

  Answer openArrival(Map<String, String> sellerKey) {
    Answer answer =
        buyer
            .caller(SoldBook.BUYER)
            .ask(
                "mutation($input: OpenArrivalInput!) { openArrival(input: $input) { id missing } }",
                Map.of(
                    "input",
                    Map.of(
                        "manifest", signed.path("manifest").asText(),
                        "signature", signed.path("signature").asText(),
                        "sellerKey", sellerKey)));
    arrival = answer.data("openArrival").path("id").asText();
    return answer;
  }

  /** Admitted by another officer than who opened the arrival. */
  Answer admit() {
    return buyer
        .callerWith(new KeycloakAdministrator(buyer).tokenOf(second))
        .ask(
            "mutation($id: ID!) { admitArrival(id: $id) { admitted missing } }",
            Map.of("id", arrival));
  }

  void send(Path folder) throws IOException {
    for (String name : files()) {
      Answer answer = put(name, Files.readAllBytes(folder.resolve(name)));
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
  }

  /** The code with which a file with a changed byte is refused. */
  String sendChanged(Path folder, String name) throws IOException {
    return put(name, changed(Files.readAllBytes(folder.resolve(name)))).codes().getFirst();
  }

  /** How many of those who arrived nobody looks after. */
  int unassigned() {
    return sold.buyer(
            "query($id: ID!) { arrival(id: $id) { unassigned } }", Map.of("id", arrival), "arrival")
        .path("unassigned")
        .asInt();
  }

  /** Gives them to an employee of whom the receiver has told. */
  int assign(String employeeNo) throws SQLException {
    try (Connection records = buyer.installation().administrator(DatabaseName.RECORDS);
        Statement told = records.createStatement()) {
      told.execute(
          "insert into staff_member (controller_id, employee_no, role, recorded_at) values"
              + " ('ctl-xinghe', '%s', 'client-manager', now()) on conflict do nothing"
                  .formatted(employeeNo));
    }
    Answer assigned =
        buyer
            .caller("qian.supervisor")
            .ask(
                "mutation($id: ID!, $employee: String!) { assignArrival(arrivalId: $id, employeeNo:"
                    + " $employee) { unassigned } }",
                Map.of("id", arrival, "employee", employeeNo));
    assertThat(assigned.codes()).as(assigned.body()).isEmpty();
    return assigned.data("assignArrival").path("unassigned").asInt();
  }

  JsonNode receipt() {
    return sold.buyer(
        "mutation($id: ID!) { issueTransferReceipt(arrivalId: $id) { receipt signature } }",
        Map.of("id", arrival),
        "issueTransferReceipt");
  }

  /** The codes with which the seller refuses the receipt with that in place of this. */
  List<String> take(JsonNode receipt, String part, String instead) {
    return seller
        .caller(SoldBook.SELLER)
        .ask(
            "mutation($id: ID!, $receipt: String!, $signature: String!) { takeTransferReceipt("
                + "transferId: $id, receipt: $receipt, signature: $signature) { stage } }",
            Map.of(
                "id", sold.id(),
                "receipt", receipt.path("receipt").asText().replace(part, instead),
                "signature", receipt.path("signature").asText()))
        .codes();
  }

  private Answer put(String name, byte[] content) {
    return Caller.send(
        SoldBook.request(
                buyer,
                Component.RECORDS,
                "/v1/arrivals/" + arrival + "/files/" + name,
                SoldBook.BUYER)
            .header("Content-Type", "application/octet-stream")
            .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
            .build());
  }

  private JsonNode manifest() {
    try {
      return Caller.JSON.readTree(signed.path("manifest").asText());
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  /** Names of the package's classes. */
  List<String> itemClasses() {
    List<String> names = new ArrayList<>();
    manifest().path("classes").forEach(each -> names.add(each.path("name").asText()));
    return names;
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

  private static byte[] changed(byte[] content) {
    byte[] changed = content.clone();
    changed[200] ^= 1;
    return changed;
  }

  private static byte[] bytes(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
      assertThat(response.statusCode()).isEqualTo(200);
      return response.body();
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
