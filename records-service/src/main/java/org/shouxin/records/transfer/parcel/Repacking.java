package org.shouxin.records.transfer.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/**
 * Takes a package back that is no longer right, before it is given to anybody. It is packed anew as
 * a whole: what several people share stands in the chunk of one of them.
 */
@ApplicationScoped
public class Repacking {
  /** A record was restricted, or something destroyed, after its chunk was read. */
  private static final String OUTDATED =
      """
      select exists (
        select 1 from package_chunk k
          join transfer_person p on p.controller_id = k.controller_id
           and p.transfer_id = k.transfer_id and p.chunk = k.chunk
         where k.transfer_id = :transfer
           and (exists (select 1 from standing t
                         where t.controller_id = p.controller_id and t.customer_id = p.customer_id
                           and t.sequence > k.standing_sequence and t.restricted_records <> '{}')
             or exists (select 1 from tombstone d
                         where d.controller_id = p.controller_id and d.customer_id = p.customer_id
                           and d.destroyed_at >= k.packed_at)))\
      """;

  private static final String NAMED =
      "select sha256 from package_file where transfer_id = :transfer";
  private static final List<String> LEDGER =
      List.of("package_manifest", "package_shared_item", "package_file", "package_chunk");

  private final PackageFolder folder;

  Repacking(PackageFolder folder) {
    this.folder = folder;
  }

  /** Whether a packed chunk says what does not hold any more. */
  public boolean isOutdated(Handle handle, UUID transfer) {
    return handle.createQuery(OUTDATED).bind("transfer", transfer).mapTo(Boolean.class).one();
  }

  /** Whether one of these chunks is packed. */
  public boolean hasPacked(Handle handle, UUID transfer, List<Integer> chunks) {
    return handle
        .createQuery(
            "select exists (select 1 from package_chunk where transfer_id = :transfer"
                + " and chunk = any(:chunks))")
        .bind("transfer", transfer)
        .bindArray("chunks", Integer.class, chunks)
        .mapTo(Boolean.class)
        .one();
  }

  /** Takes everything back in the caller's transaction; the files go once it has committed. */
  public void takeBack(Handle handle, ControllerId controller, UUID transfer) {
    List<String> files =
        handle.createQuery(NAMED).bind("transfer", transfer).mapTo(String.class).list();
    LEDGER.forEach(
        table -> handle.execute("delete from " + table + " where transfer_id = ?", transfer));
    handle.afterCommit(() -> folder.discard(controller, transfer, files));
  }
}
