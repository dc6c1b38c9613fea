package org.shouxin.records.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.Deal;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Packing;
import org.shouxin.records.vault.PackageFiles;
import org.shouxin.records.vault.PublicJwk;

/** The seller's side of handing a package over: to whom, packing it, giving it out (R-BT-04). */
@ApplicationScoped
class Handover {
  private final Database database;
  private final Transfers transfers;
  private final TransferRows rows;
  private final Packing packing;
  private final Resettlement resettlement;
  private final AuditOutbox audit;
  private final Clock clock;

  Handover(
      Database database,
      Transfers transfers,
      TransferRows rows,
      Packing packing,
      Resettlement resettlement,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.transfers = transfers;
    this.rows = rows;
    this.packing = packing;
    this.resettlement = resettlement;
    this.audit = audit;
    this.clock = clock;
  }

  /** The receiver's public keys as stored. */
  public record Receiver(String receivingKey, String signingKey) {
    PublicJwk receiving() {
      return new PublicJwk("OKP", "X25519", receivingKey);
    }

    PublicJwk signing() {
      return new PublicJwk("OKP", "Ed25519", signingKey);
    }

    /** How an approval names these keys: the thumbprints (RFC 7638) of both. */
    String reference() {
      return "keys/" + receiving().thumbprint() + "/" + signing().thumbprint();
    }
  }

  /**
   * Names the receiver's keys, once, before anybody approves the package.
   *
   * @throws ProblemException {@code RECEIVER_KEY_WEAK}; {@code RECEIVER_NAMED_ALREADY} when other
   *     keys are named; {@code TRANSFER_STAGE_CONFLICT} once somebody has approved the package or
   *     the cut-over has begun
   */
  Transfer name(Actor actor, UUID id, PublicJwk receiving, PublicJwk signing) {
    PackageFiles.requireStrong(receiving);
    PackageFiles.requireSigning(signing);
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          rows.lock(handle, id);
          if (Stage.ORDER.indexOf(rows.stage(handle, id)) > Stage.ORDER.indexOf(new Stage.Notice())
              || rows.evidence(handle, id).containsKey(Gate.PACKAGE_APPROVED)) {
            throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
          }
          int named =
              handle.execute(
                  "insert into transfer_receiver (controller_id, transfer_id, receiving_key,"
                      + " signing_key, named_by, named_at) values (?, ?, ?, ?, ?, ?)"
                      + " on conflict on constraint transfer_receiver_pk do nothing",
                  actor.controller(),
                  id,
                  receiving.x(),
                  signing.x(),
                  actor.id(),
                  clock.instant().atOffset(ZoneOffset.UTC));
          if (!receiver(handle, id).equals(new Receiver(receiving.x(), signing.x()))) {
            throw new ProblemException(ProblemCode.RECEIVER_NAMED_ALREADY);
          }
          if (named == 1) {
            prove(
                handle,
                actor,
                row,
                Gate.RECEIVER_NAMED,
                new Receiver(receiving.x(), signing.x()).reference());
          }
          return transfers.view(handle, row);
        });
  }

  /**
   * Packs on; the same call again until the package is sealed.
   *
   * @throws ProblemException {@code TRANSFER_GATES_UNMET} before a backup is verified
   */
  Packing.State pack(Actor actor, UUID id) {
    Begun begun = begun(actor, id);
    database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          rows.lock(handle, id);
          transfers.facts(handle, row).requireMet(List.of(Gate.BACKUP_VERIFIED));
          return resettlement.lookAgain(handle, actor, row);
        });
    return packing.pack(actor, begun.deal(), begun.receiver().receiving());
  }

  /**
   * Gives the signed manifest out; from then on the files can be fetched.
   *
   * @throws ProblemException {@code PACKAGE_NOT_SEALED} before all is packed, and again when
   *     somebody of the package came to be held, restricted or destroyed: it is packed anew
   */
  Packing.Signed handOver(Actor actor, UUID id) {
    Deal deal = begun(actor, id).deal();
    Optional<Packing.Signed> given =
        database.write(
            actor.controller(),
            handle -> {
              TransferRows.Opened row = transfers.require(handle, id);
              rows.lock(handle, id);
              if (resettlement.lookAgain(handle, actor, row)) {
                return Optional.empty();
              }
              Packing.Signed signed = packing.signed(handle, deal);
              prove(handle, actor, row, Gate.PACKAGE_SENT, "manifest/" + digest(signed.manifest()));
              return Optional.of(signed);
            });
    return given.orElseThrow(() -> new ProblemException(ProblemCode.PACKAGE_NOT_SEALED));
  }

  InputStream file(Actor actor, UUID id, String name) {
    Begun begun = begun(actor, id);
    boolean sent =
        database.read(
            actor.controller(), handle -> rows.evidence(handle, id).containsKey(Gate.PACKAGE_SENT));
    if (!sent) {
      throw new ProblemException(ProblemCode.PACKAGE_NOT_SEALED);
    }
    return packing.read(begun.deal(), name);
  }

  /**
   * Verifies the receiver's signed receipt against the manifest.
   *
   * @throws ProblemException {@code RECEIPT_UNSIGNED}; {@code RECEIPT_DIFFERS} naming each class
   *     whose numbers do not agree: the transfer then stays where it is
   */
  Transfer receipt(Actor actor, UUID id, String text, String signature) {
    Begun begun = begun(actor, id);
    Packing.Signed signed = packing.signed(begun.deal());
    ReceiptCheck.require(begun.receiver().signing(), signed.manifest(), text, signature);
    return database.write(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          rows.lock(handle, id);
          if (!(rows.stage(handle, id) instanceof Stage.Reconcile)) {
            throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
          }
          prove(handle, actor, row, Gate.RECEIPT_MATCHES, "receipt/" + digest(text));
          return transfers.view(handle, row);
        });
  }

  private static String digest(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ItemHash.sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  Receiver receiver(Handle handle, UUID id) {
    return handle
        .createQuery(
            "select receiving_key, signing_key from transfer_receiver where transfer_id = ?")
        .bind(0, id)
        .mapTo(Receiver.class)
        .findOne()
        .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT));
  }

  /** A transfer whose cut-over has begun. */
  record Begun(Deal deal, Receiver receiver) {}

  Begun begun(Actor actor, UUID id) {
    return database.read(
        actor.controller(),
        handle -> {
          TransferRows.Opened row = transfers.require(handle, id);
          if (Stage.ORDER.indexOf(rows.stage(handle, id))
              < Stage.ORDER.indexOf(new Stage.CutOver())) {
            throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
          }
          Deal deal =
              new Deal(
                  row.id(),
                  row.controllerId(),
                  row.toControllerId(),
                  row.toControllerName(),
                  row.dealType().name(),
                  row.cutOverOn());
          return new Begun(deal, receiver(handle, id));
        });
  }

  /** Meets a gate that only the product can meet, once, with its event. */
  void prove(Handle handle, Actor actor, TransferRows.Opened row, Gate gate, String reference) {
    if (!rows.evidence(handle, row.id()).containsKey(gate)
        && transfers.meet(handle, actor, row, gate, reference)) {
      audit.record(handle, transfers.event(actor, gate.event(), row).build());
    }
  }
}
