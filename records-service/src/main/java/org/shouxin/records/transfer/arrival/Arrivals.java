package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Assignments;
import org.shouxin.records.transfer.parcel.ItemHash;
import org.shouxin.records.transfer.parcel.Manifest;
import org.shouxin.records.transfer.parcel.PackageFolder;
import org.shouxin.records.vault.PublicJwk;
import org.shouxin.records.vault.TransferKeys;

/** The receiver's side of a transfer; whether the seller runs here or elsewhere is the same. */
@ApplicationScoped
class Arrivals {
  private final Database database;
  private final PackageFolder folder;
  private final ListedFiles listed;
  private final TransferKeys keys;
  private final Admission admission;
  private final Reconciliation reconciliation;
  private final Assignments assignments;
  private final AuditOutbox audit;
  private final Clock clock;

  Arrivals(
      Database database,
      PackageFolder folder,
      ListedFiles listed,
      TransferKeys keys,
      Admission admission,
      Reconciliation reconciliation,
      Assignments assignments,
      AuditOutbox audit,
      Clock clock) {
    this.database = database;
    this.folder = folder;
    this.listed = listed;
    this.keys = keys;
    this.admission = admission;
    this.reconciliation = reconciliation;
    this.assignments = assignments;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Opens an arrival by its signed manifest; the same again finds the same.
   *
   * @throws ProblemException {@code PACKAGE_UNSIGNED}, {@code PACKAGE_UNREADABLE}; {@code
   *     PACKAGE_NOT_FOR_US} when it is for another controller or sealed to another key; {@code
   *     CONFLICT} when another manifest of this transfer is here
   */
  Arrival open(Actor actor, String text, String signature, PublicJwk seller) {
    if (!TransferKeys.verifies(seller, text.getBytes(StandardCharsets.UTF_8), decoded(signature))) {
      throw new ProblemException(ProblemCode.PACKAGE_UNSIGNED);
    }
    Manifest manifest = Manifest.parse(text);
    if (!manifest.signingKey().equals(seller.thumbprint())) {
      throw new ProblemException(ProblemCode.PACKAGE_UNSIGNED);
    }
    if (!manifest.toControllerId().equals(actor.controller().value())
        || !manifest.receivingKey().equals(keys.receivingKey(actor.controller()).thumbprint())) {
      throw new ProblemException(ProblemCode.PACKAGE_NOT_FOR_US, "manifest.json");
    }
    folder.sweep(actor.controller(), manifest.transfer());
    return database.write(
        actor.controller(),
        handle -> {
          ArrivalTable.insert(
              handle,
              new ArrivalTable.Opened(
                  Ids.next(),
                  actor.controller(),
                  manifest.transfer(),
                  manifest.fromControllerId(),
                  text,
                  signature,
                  seller.x(),
                  actor.id()),
              clock.instant());
          ArrivalTable.Opened opened =
              ArrivalTable.find(handle, "transfer_id", manifest.transfer()).orElseThrow();
          if (!opened.manifest().equals(text)) {
            throw new ProblemException(ProblemCode.CONFLICT);
          }
          return view(handle, opened);
        });
  }

  Arrival get(Actor actor, UUID id) {
    return database.read(actor.controller(), handle -> view(handle, require(handle, id)));
  }

  /**
   * Takes one file of the package.
   *
   * @throws ProblemException {@code PACKAGE_CHANGED} when it is not listed, or not what is listed
   */
  Arrival take(Actor actor, UUID id, String name, InputStream content) {
    ArrivalTable.Opened arrival = database.read(actor.controller(), handle -> require(handle, id));
    Manifest.Plain promised =
        listed
            .find(arrival, name)
            .orElseThrow(() -> new ProblemException(ProblemCode.PACKAGE_CHANGED, "unlisted file"));
    if (!folder.take(
        actor.controller(), arrival.transferId(), content::transferTo, promised.sha256())) {
      throw new ProblemException(ProblemCode.PACKAGE_CHANGED, promised.name());
    }
    List<String> missing = listed.stillMissing(arrival);
    return database.read(
        actor.controller(), handle -> view(handle, arrival, listed.people(arrival), missing));
  }

  /**
   * Checks and admits everything, or nothing; again after a crash goes on. Whose key the seller's
   * is was said by who opened the arrival: another officer admits.
   *
   * @throws ProblemException {@code SELF_APPROVAL} for who opened the arrival; a code of packages
   */
  Arrival admit(Actor actor, UUID id) {
    ArrivalTable.Opened arrival = database.read(actor.controller(), handle -> require(handle, id));
    folder.sweep(actor.controller(), arrival.transferId());
    Arrival before = get(actor, id);
    if (!before.missing().isEmpty()) {
      throw new ProblemException(
          ProblemCode.PACKAGE_FILES_MISSING, String.join(", ", before.missing()));
    }
    if (!before.admitted()) {
      if (arrival.openedBy().equals(actor.id())) {
        throw new ProblemException(ProblemCode.SELF_APPROVAL);
      }
      admission.admit(actor, arrival, Manifest.parse(arrival.manifest()));
    }
    admission.setGoing(arrival, Manifest.parse(arrival.manifest()));
    return get(actor, id);
  }

  /** The signed receipt; compared and signed once, after the switch. */
  ArrivalTable.Signed receipt(Actor actor, UUID id) {
    ArrivalTable.Opened arrival = database.read(actor.controller(), handle -> require(handle, id));
    if (!get(actor, id).admitted()) {
      throw new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT);
    }
    boolean there =
        database.read(actor.controller(), handle -> ArrivalTable.receipt(handle, id).isPresent());
    if (!there) {
      sign(actor, arrival);
    }
    return database.read(
        actor.controller(), handle -> ArrivalTable.receipt(handle, id).orElseThrow());
  }

  private void sign(Actor actor, ArrivalTable.Opened arrival) {
    admission.setGoing(arrival, Manifest.parse(arrival.manifest()));
    List<Receipt.Count> counts = reconciliation.counts(arrival, Manifest.parse(arrival.manifest()));
    Receipt receipt =
        new Receipt(
            Receipt.FORMAT,
            arrival.transferId(),
            arrival.fromControllerId(),
            arrival.controllerId().value(),
            HexFormat.of()
                .formatHex(ItemHash.sha256(arrival.manifest().getBytes(StandardCharsets.UTF_8))),
            clock.instant().toString(),
            counts);
    String text = receipt.text();
    String signature =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                keys.sign(arrival.controllerId(), text.getBytes(StandardCharsets.UTF_8)));
    database.write(
        arrival.controllerId(),
        handle -> {
          boolean first =
              ArrivalTable.receipted(
                  handle,
                  arrival.controllerId(),
                  arrival.id(),
                  new ArrivalTable.Signed(text, signature),
                  clock.instant());
          if (first) {
            audit.record(
                handle,
                AuditEvents.of(actor, "transfer.receipt.issued", clock)
                    .purpose("P-20")
                    .resource("transfer", arrival.transferId().toString())
                    .count(receipt.unexplained())
                    .build());
          }
          return first;
        });
  }

  private ArrivalTable.Opened require(Handle handle, UUID id) {
    return ArrivalTable.find(handle, "id", id)
        .orElseThrow(() -> new ProblemException(ProblemCode.ARRIVAL_NOT_FOUND));
  }

  private Arrival view(Handle handle, ArrivalTable.Opened opened) {
    Manifest manifest = Manifest.parse(opened.manifest());
    return view(handle, opened, manifest.people(), listed.missing(opened, manifest));
  }

  private Arrival view(
      Handle handle, ArrivalTable.Opened opened, long people, List<String> missing) {
    return new Arrival(
        opened.id(),
        opened.transferId(),
        opened.fromControllerId(),
        people,
        missing,
        ArrivalTable.isSwitched(handle, opened.id()),
        ArrivalTable.receipt(handle, opened.id()).isPresent(),
        assignments.countUnassigned(handle, opened.controllerId(), opened.id()),
        opened.seller().thumbprint(),
        opened.openedBy());
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(ProblemCode.PACKAGE_UNSIGNED, null, malformed);
    }
  }
}
