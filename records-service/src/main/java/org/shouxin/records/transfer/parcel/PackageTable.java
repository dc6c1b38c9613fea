package org.shouxin.records.transfer.parcel;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;

/** Ledger of packages in PostgreSQL. */
final class PackageTable {
  private static final int FILES_AT_ONCE = 16;

  private PackageTable() {}

  /** A sealed file; {@code leaves} are the hashes of its items, one after the other. */
  public record FileRow(
      String name,
      String itemClass,
      int chunk,
      int items,
      long bytes,
      String sha256,
      byte[] leaves) {}

  /** A signed manifest. */
  public record Sealed(String manifest, String signature) {}

  /** What was known when a chunk's people were read. */
  public record AsOf(Instant at, long standings) {}

  /** How far a package is. */
  public record Progress(int chunks, int packed) {}

  /** Whoever packs, seals or takes back waits here: the lock of the transfer itself. */
  static void lock(Handle handle, UUID transfer) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 3))")
        .bind(0, transfer.toString())
        .mapToMap()
        .one();
  }

  /** A chunk out of which everybody was taken does not count before it is packed. */
  static Progress progress(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select (select count(*) from (select chunk from transfer_person where transfer_id ="
                + " :id and chunk is not null union select chunk from package_chunk where"
                + " transfer_id = :id) c) as chunks, (select count(*) from package_chunk where"
                + " transfer_id = :id) as packed")
        .bind("id", transfer)
        .mapTo(Progress.class)
        .one();
  }

  /** How far the changes of standings are known here. */
  static long knownStandings(Handle handle) {
    return handle.createQuery("select sequence from standing_cursor").mapTo(Long.class).one();
  }

  static List<Integer> listOpen(Handle handle, UUID transfer, int most) {
    return handle
        .createQuery(
            "select distinct p.chunk from transfer_person p where p.transfer_id = :id"
                + " and p.chunk is not null and not exists (select 1 from package_chunk c"
                + " where c.transfer_id = p.transfer_id and c.chunk = p.chunk)"
                + " order by p.chunk limit :most")
        .bind("id", transfer)
        .bind("most", most)
        .mapTo(Integer.class)
        .list();
  }

  static List<CustomerId> people(Handle handle, UUID transfer, int chunk) {
    return handle
        .createQuery(
            "select customer_id from transfer_person where transfer_id = ? and chunk = ?"
                + " order by customer_id")
        .bind(0, transfer)
        .bind(1, chunk)
        .mapTo(CustomerId.class)
        .list();
  }

  /** People of a chunk of whose records audit-service was not told since they changed. */
  static List<CustomerId> untold(Handle handle, ControllerId controller, UUID transfer, int chunk) {
    return handle
        .createQuery(
            "select p.customer_id from transfer_person p where p.transfer_id = :id"
                + " and p.chunk = :chunk and exists (select 1 from retention_change c"
                + " where c.controller_id = :controller and c.customer_id = p.customer_id)"
                + " order by p.customer_id limit 100")
        .bind("id", transfer)
        .bind("chunk", chunk)
        .bind("controller", controller)
        .mapTo(CustomerId.class)
        .list();
  }

  /** Whether somebody moves with this transfer. */
  static boolean moves(Handle handle, UUID transfer, UUID customer) {
    return handle
        .createQuery(
            "select exists (select 1 from transfer_person where transfer_id = ? and customer_id = ?"
                + " and chunk is not null)")
        .bind(0, transfer)
        .bind(1, customer)
        .mapTo(Boolean.class)
        .one();
  }

  /** People whose key was destroyed: nothing of theirs is left to move. */
  static void destroyed(Handle handle, UUID transfer, List<CustomerId> people) {
    handle
        .createUpdate(
            "update transfer_person set situation = 'DESTROYED', disposition = 'STAYS', chunk ="
                + " null where transfer_id = :id and customer_id = any(:people)")
        .bind("id", transfer)
        .bindArray("people", CustomerId.class, people)
        .execute();
  }

  /** Marks a chunk packed; false when somebody else was first. */
  static boolean packed(
      Handle handle, ControllerId controller, UUID transfer, int chunk, int people, AsOf asOf) {
    return handle.execute(
            "insert into package_chunk (controller_id, transfer_id, chunk, people, packed_at,"
                + " standing_sequence) values (?, ?, ?, ?, ?, ?)"
                + " on conflict on constraint package_chunk_pk do nothing",
            controller,
            transfer,
            chunk,
            people,
            asOf.at().atOffset(ZoneOffset.UTC),
            asOf.standings())
        == 1;
  }

  static void insert(Handle handle, ControllerId controller, UUID transfer, FileRow file) {
    handle.execute(
        "insert into package_file (controller_id, transfer_id, name, item_class, chunk, items,"
            + " bytes, sha256, leaves) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        controller,
        transfer,
        file.name(),
        file.itemClass(),
        file.chunk(),
        file.items(),
        file.bytes(),
        file.sha256(),
        file.leaves());
  }

  /** The digest of a sealed file by its name. */
  static Optional<String> digest(Handle handle, UUID transfer, String name) {
    return handle
        .createQuery("select sha256 from package_file where transfer_id = ? and name = ?")
        .bind(0, transfer)
        .bind(1, name)
        .mapTo(String.class)
        .findOne();
  }

  static boolean isShared(Handle handle, UUID transfer, byte[] leaf) {
    return handle
        .createQuery(
            "select exists (select 1 from package_shared_item where transfer_id = ? and leaf = ?)")
        .bind(0, transfer)
        .bind(1, leaf)
        .mapTo(Boolean.class)
        .one();
  }

  static void share(Handle handle, ControllerId controller, UUID transfer, byte[] leaf) {
    handle.execute(
        "insert into package_shared_item (controller_id, transfer_id, leaf) values (?, ?, ?)",
        controller,
        transfer,
        leaf);
  }

  static List<String> listClasses(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select distinct item_class from package_file where transfer_id = ? order by"
                + " item_class")
        .bind(0, transfer)
        .mapTo(String.class)
        .list();
  }

  /**
   * The files of a class in their order, some rows at a time: their leaves are the whole book's.
   */
  static void eachFile(Handle handle, UUID transfer, String itemClass, Consumer<FileRow> step) {
    handle
        .createQuery(
            "select name, item_class, chunk, items, bytes, sha256, leaves from package_file"
                + " where transfer_id = ? and item_class = ? order by chunk")
        .bind(0, transfer)
        .bind(1, itemClass)
        .setFetchSize(FILES_AT_ONCE)
        .mapTo(FileRow.class)
        .useStream(rows -> rows.forEach(step));
  }

  static Map<String, Long> staying(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select situation, count(*) from transfer_person where transfer_id = ? and chunk is"
                + " null group by situation order by situation")
        .bind(0, transfer)
        .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, java.util.TreeMap::new));
  }

  static long moving(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select count(*) from transfer_person where transfer_id = ? and chunk is not null")
        .bind(0, transfer)
        .mapTo(Long.class)
        .one();
  }

  static boolean seal(
      Handle handle, ControllerId controller, UUID transfer, Sealed sealed, Instant at) {
    return handle.execute(
            "insert into package_manifest (controller_id, transfer_id, manifest, signature,"
                + " sealed_at) values (?, ?, ?, ?, ?) on conflict on constraint package_manifest_pk"
                + " do nothing",
            controller,
            transfer,
            sealed.manifest(),
            sealed.signature(),
            at.atOffset(ZoneOffset.UTC))
        == 1;
  }

  static Optional<Sealed> find(Handle handle, UUID transfer) {
    return handle
        .createQuery("select manifest, signature from package_manifest where transfer_id = ?")
        .bind(0, transfer)
        .mapTo(Sealed.class)
        .findOne();
  }
}
