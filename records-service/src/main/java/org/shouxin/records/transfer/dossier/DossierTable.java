package org.shouxin.records.transfer.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.identity.ControllerId;

/** Issued dossiers in PostgreSQL: inserts only. */
final class DossierTable {
  private DossierTable() {}

  /**
   * A dossier as issued.
   *
   * @param body JSON exactly as signed
   * @param signature Ed25519 over the body, base64url
   * @param sha256 of the body, base64url
   */
  public record IssuedDossier(int number, String body, String signature, String sha256) {}

  /** Whoever issues a dossier of a transfer waits here for whoever else does. */
  static void lock(Handle handle, UUID transfer) {
    handle
        .createQuery("select pg_advisory_xact_lock(hashtextextended(?, 3))")
        .bind(0, transfer.toString())
        .mapToMap()
        .one();
  }

  static void insert(
      Handle handle,
      ControllerId controller,
      UUID transfer,
      IssuedDossier issued,
      String employee,
      Instant at) {
    handle.execute(
        "insert into transfer_dossier (controller_id, transfer_id, number, body, signature,"
            + " sha256, issued_by, issued_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
        controller,
        transfer,
        issued.number(),
        issued.body(),
        issued.signature(),
        issued.sha256(),
        employee,
        at.atOffset(ZoneOffset.UTC));
  }

  static Optional<IssuedDossier> findNewest(Handle handle, UUID transfer) {
    return handle
        .createQuery(
            "select number, body, signature, sha256 from transfer_dossier where transfer_id = ?"
                + " order by number desc limit 1")
        .bind(0, transfer)
        .mapTo(IssuedDossier.class)
        .findOne();
  }
}
