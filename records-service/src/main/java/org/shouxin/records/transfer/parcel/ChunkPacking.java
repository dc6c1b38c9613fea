package org.shouxin.records.transfer.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.Problem;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.PackageFiles;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.records.vault.Vault;

/**
 * Packs one chunk of people: opens what is held about them and seals it to the receiver, in memory
 * only. Files first, then the ledger with one event a person: what the ledger names is on disk.
 */
@ApplicationScoped
class ChunkPacking {
  private static final List<String> SHARED = List.of("notice");

  private final Database database;
  private final Vault vault;
  private final PackageFiles files;
  private final PackageFolder folder;
  private final ConsentItems consent;
  private final AuditItems log;
  private final AuditOutbox audit;
  private final Clock clock;

  ChunkPacking(
      Database database,
      Vault vault,
      PackageFiles files,
      PackageFolder folder,
      @RestClient ConsentItems consent,
      @RestClient AuditItems log,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.vault = vault;
    this.files = files;
    this.folder = folder;
    this.consent = consent;
    this.log = log;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Packs one chunk; not, when somebody was taken out of it meanwhile.
   *
   * @throws ProblemException {@code RETENTION_CLOCKS_UNKNOWN} while records of its people are not
   *     reported: the package would carry no clocks for them
   */
  void pack(Deal deal, PublicJwk receiver, int chunk) {
    requireClocks(deal, chunk);
    PackageTable.AsOf asOf =
        new PackageTable.AsOf(
            clock.instant(), database.read(deal.from(), PackageTable::knownStandings));
    List<CustomerId> people =
        database.read(deal.from(), handle -> PackageTable.people(handle, deal.transfer(), chunk));
    Map<CustomerId, DataKey> keys = vault.openKeys(deal.from(), people);
    List<CustomerId> destroyed = people.stream().filter(id -> !keys.containsKey(id)).toList();
    CopiedPeople copied =
        database.read(deal.from(), handle -> CopiedPeople.of(handle, deal.transfer(), chunk));
    List<Item> items = items(deal, keys, copied);
    Map<String, List<byte[]>> lines = new LinkedHashMap<>();
    List<byte[]> shared = new ArrayList<>();
    for (Item item : items) {
      byte[] line = item.line(deal.transfer());
      if (!SHARED.contains(item.itemClass()) || isFirst(deal, line, shared)) {
        lines.computeIfAbsent(item.itemClass(), _ -> new ArrayList<>()).add(line);
      }
    }
    List<PackageTable.FileRow> rows = new ArrayList<>();
    lines.forEach((name, each) -> rows.add(write(deal, receiver, chunk, name, each)));
    database.write(
        deal.from(),
        handle -> {
          PackageTable.lock(handle, deal.transfer());
          if (!PackageTable.people(handle, deal.transfer(), chunk).equals(people)) {
            handle.afterCommit(() -> folder.discard(deal.from(), deal.transfer(), names(rows)));
            return 0;
          }
          PackageTable.destroyed(handle, deal.transfer(), destroyed);
          if (PackageTable.packed(handle, deal.from(), deal.transfer(), chunk, keys.size(), asOf)) {
            rows.forEach(row -> PackageTable.insert(handle, deal.from(), deal.transfer(), row));
            shared.forEach(leaf -> PackageTable.share(handle, deal.from(), deal.transfer(), leaf));
            audit.record(handle, events(deal, keys));
          }
          return rows.size();
        });
  }

  private static List<String> names(List<PackageTable.FileRow> rows) {
    return rows.stream().map(PackageTable.FileRow::sha256).toList();
  }

  private void requireClocks(Deal deal, int chunk) {
    List<CustomerId> untold =
        database.read(
            deal.from(),
            handle -> PackageTable.untold(handle, deal.from(), deal.transfer(), chunk));
    if (!untold.isEmpty()) {
      throw new ProblemException(
          ProblemCode.RETENTION_CLOCKS_UNKNOWN,
          null,
          untold.stream()
              .map(person ->
                  new Problem.Fault("people", "CLOCKS_UNKNOWN", String.valueOf(person.value())))
              .toList());
    }
  }

  private List<Item> items(Deal deal, Map<CustomerId, DataKey> keys, CopiedPeople copied) {
    List<Item> items =
        new ArrayList<>(
            database.read(
                deal.from(),
                handle ->
                    RecordTables.ALL.stream()
                        .flatMap(table -> table.items(handle, deal.from(), keys).stream())
                        .filter(copied::takesAlong)
                        .toList()));
    List<String> people =
        keys.keySet().stream().filter(copied::leaves).map(CustomerId::toString).sorted().toList();
    if (people.isEmpty()) {
      return items;
    }
    List<Item> given =
        consent.give(
            new ConsentItems.Question(
                deal.from().value(), deal.transfer().toString(), people, false));
    items.addAll(
        database.read(
            deal.from(),
            handle -> given.stream().filter(item -> mayGo(handle, deal, item)).toList()));
    items.addAll(log.all(deal.from().value(), deal.transfer(), people, false));
    return items;
  }

  /** A guardian who does not move is not named at the receiver. */
  private static boolean mayGo(Handle handle, Deal deal, Item item) {
    return !item.itemClass().equals("guardianship")
        || PackageTable.moves(
            handle, deal.transfer(), UUID.fromString(item.content().path("guardianId").asText()));
  }

  private boolean isFirst(Deal deal, byte[] line, List<byte[]> shared) {
    byte[] leaf = ItemHash.leaf(line);
    boolean first =
        !database.read(deal.from(), handle -> PackageTable.isShared(handle, deal.transfer(), leaf));
    return first && shared.add(leaf);
  }

  private PackageTable.FileRow write(
      Deal deal, PublicJwk receiver, int chunk, String itemClass, List<byte[]> lines) {
    String name = "%s/%06d.sealed".formatted(itemClass, chunk);
    ByteArrayOutputStream leaves = new ByteArrayOutputStream(lines.size() * ItemHash.BYTES);
    PackageFolder.Stored stored =
        folder.store(
            deal.from(),
            deal.transfer(),
            out -> {
              try (OutputStream sealed =
                  files.seal(receiver, new PackageFiles.Place(deal.transfer(), name), out)) {
                for (byte[] line : lines) {
                  sealed.write(line);
                  sealed.write('\n');
                  leaves.writeBytes(ItemHash.leaf(line));
                }
              }
            });
    return new PackageTable.FileRow(
        name,
        itemClass,
        chunk,
        lines.size(),
        stored.bytes(),
        stored.sha256(),
        leaves.toByteArray());
  }

  private List<AuditEvent> events(Deal deal, Map<CustomerId, DataKey> keys) {
    return keys.keySet().stream()
        .map(customer ->
            AuditEvents.ofSystem(deal.from(), "records-service", "transfer.customer.packed", clock)
                .subject(customer)
                .purpose("P-20")
                .recipient(deal.toControllerId())
                .resource("transfer", deal.transfer().toString())
                .build())
        .toList();
  }
}
