package org.shouxin.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.shouxin.launcher.Component;
import org.shouxin.launcher.postgres.DatabaseName;

/** Customers of one invented client manager, who are sold to the other demo controller. */
final class SoldPeople {
  private static final String RECEIVER = "ctl-xinghe";
  private static final int TOLD_AT_ONCE = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> TABLES =
      List.of("customer", "customer_statement", "policy_role", "bank_account", "health_note");

  private final Bed bed;
  private final String manager;
  private final PatientHttp http;
  private String transfer = "";
  private String arrival = "";

  private SoldPeople(Bed bed, String manager) {
    this.bed = bed;
    this.manager = manager;
    this.http = new PatientHttp(bed);
  }

  /** Gives so many people who are still there to a manager of their own. */
  static SoldPeople choose(Bed bed, int people) {
    String manager = "8" + Math.floorMod(System.nanoTime(), 1_000_000_000L);
    bed.execute(
        DatabaseName.RECORDS,
        "insert into assignment (controller_id, customer_id, employee_no, assigned_at) select"
            + " controller_id, id, '%s', now() from customer where controller_id = '%s'"
                .formatted(manager, Bed.CONTROLLER)
            + " and departed_at is null order by created_at, id limit "
            + people);
    return new SoldPeople(bed, manager);
  }

  /** Seconds for COPY of their rows out of the tables and into others with the same indexes. */
  double copied() {
    try (Connection connection = bed.installation().administrator(DatabaseName.RECORDS);
        var statement = connection.createStatement()) {
      double nanos = 0;
      var copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (String table : TABLES) {
        statement.execute("drop table if exists bench_moved");
        statement.execute("create table bench_moved (like " + table + " including all)");
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        long began = System.nanoTime();
        copy.copyOut(
            "copy (select * from %s where %s in (%s)) to stdout (format binary)"
                .formatted(table, table.equals("customer") ? "id" : "customer_id", ids()),
            rows);
        copy.copyIn(
            "copy bench_moved from stdin (format binary)",
            new ByteArrayInputStream(rows.toByteArray()));
        nanos += System.nanoTime() - began;
        statement.execute("drop table bench_moved");
      }
      return nanos / NANOS_PER_SECOND;
    } catch (SQLException | IOException e) {
      throw new BenchException("COPY failed: " + e.getMessage(), e);
    }
  }

  private String ids() {
    return "select customer_id from assignment where employee_no = '" + manager + "'";
  }

  /** Through all stages until nobody at the seller sees them and a package may be made. */
  void cutOver() {
    String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
    Map<String, Object> opening = new HashMap<>();
    opening.put("dealType", "MERGER");
    opening.put("fromControllerId", Bed.CONTROLLER);
    opening.put("toControllerId", RECEIVER);
    opening.put("toControllerName", "Receiver");
    opening.put("toControllerContact", "privacy office");
    opening.put("cutOverOn", today);
    opening.put("scope", "MANAGER:" + manager);
    transfer = http.post("deng.compliance", "/v1/transfers", opening).path("id").asText();
    List.of("PIPIA_APPROVED", "INVENTORY_DONE").forEach(gate -> evidence("deng.compliance", gate));
    seller("/advance", Map.of());
    List.of("CONFIDENTIALITY_ACCEPTED", "CONTRACT_SIGNED")
        .forEach(gate -> evidence("deng.compliance", gate));
    seller("/advance", Map.of());
    Map<String, String> items =
        IntStream.rangeClosed(3, 12)
            .boxed()
            .collect(Collectors.toMap("T-%02d"::formatted, item -> "item " + item));
    for (String language : List.of("zh-CN", "en")) {
      seller("/notice", Map.of("language", language, "items", items));
    }
    seller("/advance", Map.of());
    told();
    seller("/receiver", http.get("he.compliance", "/v1/arrivals/keys"));
    String keys = "";
    for (JsonNode gate : http.get("deng.compliance", "/v1/transfers/" + transfer).path("gates")) {
      if (gate.path("code").asText().equals("RECEIVER_NAMED")) {
        keys = gate.path("detail").asText();
      }
    }
    evidence("fang.compliance", "PACKAGE_APPROVED", keys);
    evidence("sun.supervisor", "PACKAGE_APPROVED", keys);
    seller("/advance", Map.of());
    drilled();
    reported();
  }

  /** Waits until audit-service knows the retention clocks of all of them. */
  private void reported() {
    while (bed.number(
            DatabaseName.RECORDS,
            "select count(*) from retention_change where customer_id in (" + ids() + ")")
        > 0) {
      LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
    }
  }

  private void told() {
    List<String> ids =
        List.of(
            bed.text(
                    DatabaseName.RECORDS,
                    "select string_agg(customer_id::text, ',') from (" + ids() + ") sold")
                .split(","));
    for (int from = 0; from < ids.size(); from += TOLD_AT_ONCE) {
      seller(
          "/deliveries",
          Map.of(
              "outcomes",
              ids.subList(from, Math.min(ids.size(), from + TOLD_AT_ONCE)).stream()
                  .map(id -> Map.of("customerId", id, "channel", "SMS", "delivered", true))
                  .toList()));
    }
    bed.execute(
        DatabaseName.RECORDS,
        "update transfer_person set delivered_at = delivered_at - interval '32 days' where"
            + " transfer_id = '"
            + transfer
            + "'");
  }

  /** Says that a backup was restored: what is measured is the transfer, not the drill. */
  private void drilled() {
    String now = Instant.now().toString();
    Map<String, Object> report = new HashMap<>();
    report.put("reportSha256", "%064x".formatted(System.nanoTime()));
    report.put("recordsBackup", "20261122T181500Z-3f9a01bc");
    report.put("keysBackup", "20261122T181530Z-8b7c22d0");
    List.of("recordsBackedUpAt", "startedAt", "endedAt").forEach(name -> report.put(name, now));
    report.put("passed", true);
    List.of(
            "rpoSeconds",
            "rtoSeconds",
            "tablesCompared",
            "rowsCompared",
            "ledgerEntries",
            "erasedTried",
            "erasedReadable")
        .forEach(name -> report.put(name, 0));
    http.post(Component.AUDIT, "ops.operator", "/v1/restore-tests", report);
    http.patiently(() ->
        evidence(
            "deng.compliance",
            "BACKUP_VERIFIED",
            http.get(Component.AUDIT, "deng.compliance", "/v1/restore-tests")
                .path(0)
                .path("verifiedEventId")
                .asText()));
  }

  void pack() {
    while (!seller("/package", Map.of()).path("sealed").asBoolean()) {
      continue;
    }
  }

  JsonNode handedOver() {
    return seller("/package/handover", Map.of());
  }

  /** The package as a folder, the seller's key beside it. */
  Path laidDown(JsonNode signed) {
    try {
      Path folder = Files.createDirectory(Files.createTempDirectory("sold").resolve("package"));
      Files.writeString(folder.resolve("manifest.json"), signed.path("manifest").asText());
      Files.writeString(folder.resolve("manifest.json.sig"), signed.path("signature").asText());
      Files.writeString(folder.resolveSibling("seller.jwk"), sellersKey().toString());
      for (String name : files(signed)) {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(
            file,
            http.bytes("deng.compliance", "/v1/transfers/" + transfer + "/package/files/" + name));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void arrive(JsonNode signed, Path folder) {
    arrival =
        http.post(
                "he.compliance",
                "/v1/arrivals",
                Map.of(
                    "manifest", signed.path("manifest").asText(),
                    "signature", signed.path("signature").asText(),
                    "sellerKey", sellersKey()))
            .path("id")
            .asText();
    for (String name : files(signed)) {
      http.put("he.compliance", "/v1/arrivals/" + arrival + "/files/" + name, folder.resolve(name));
    }
    http.post("qian.supervisor", "/v1/arrivals/" + arrival + "/admission", Map.of());
  }

  void reconcile() {
    seller("/advance", Map.of());
    seller(
        "/receipt", http.post("he.compliance", "/v1/arrivals/" + arrival + "/receipt", Map.of()));
  }

  private JsonNode sellersKey() {
    return http.get("deng.compliance", "/v1/arrivals/keys").path("signingKey");
  }

  private void evidence(String person, String gate) {
    evidence(person, gate, "BENCH-1");
  }

  private void evidence(String person, String gate, String reference) {
    http.post(
        person,
        "/v1/transfers/" + transfer + "/evidence",
        Map.of("gate", gate, "reference", reference));
  }

  private JsonNode seller(String step, Object body) {
    return http.post("deng.compliance", "/v1/transfers/" + transfer + step, body);
  }

  private static List<String> files(JsonNode signed) {
    try {
      JsonNode manifest = JSON.readTree(signed.path("manifest").asText());
      List<String> names = new ArrayList<>();
      manifest.path("schemas").forEach(file -> names.add(file.path("name").asText()));
      for (JsonNode each : manifest.path("classes")) {
        names.add(each.path("leaves").path("name").asText());
        each.path("files").forEach(file -> names.add(file.path("name").asText()));
      }
      return names;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a manifest is JSON", impossible);
    }
  }
}
