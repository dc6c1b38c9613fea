package org.shouxin.records.transfer;

import java.util.List;
import java.util.Optional;

/**
 * The stages of a transfer in their order (R-BT-01). Each knows the gates that must be met to leave
 * it and the one stage that follows; there is no other way.
 */
sealed interface Stage {
  List<Stage> ORDER =
      List.of(
          new Prepare(),
          new DueDiligence(),
          new Signed(),
          new Notice(),
          new CutOver(),
          new Reconcile(),
          new Close());

  /** Impact assessment and inventory. */
  record Prepare() implements Stage {}

  /** The buyer sees aggregates only. */
  record DueDiligence() implements Stage {}

  /** The deal is signed; the notice is being written. */
  record Signed() implements Stage {}

  /** Everybody is told and may object. */
  record Notice() implements Stage {}

  /** The data move; the seller is shut out. */
  record CutOver() implements Stage {}

  /** Both sides compare record by record. */
  record Reconcile() implements Stage {}

  /** Done. */
  record Close() implements Stage {}

  /** The gates to leave this stage; of the last one, what is still owed. */
  default List<Gate> gates() {
    return switch (this) {
      case Prepare _ -> List.of(Gate.PIPIA_APPROVED, Gate.INVENTORY_DONE);
      case DueDiligence _ -> List.of(Gate.CONFIDENTIALITY_ACCEPTED, Gate.CONTRACT_SIGNED);
      case Signed _ -> List.of(Gate.NOTICE_PUBLISHED);
      case Notice _ ->
          List.of(
              Gate.NOTICES_DELIVERED,
              Gate.OBJECTION_PERIOD_OVER,
              Gate.CUT_OVER_DAY_REACHED,
              Gate.RECEIVER_NAMED,
              Gate.PACKAGE_APPROVED);
      case CutOver _ ->
          List.of(Gate.BACKUP_VERIFIED, Gate.PACKAGE_SENT, Gate.SELLER_RIGHTS_REVOKED);
      case Reconcile _ ->
          List.of(Gate.RECEIPT_MATCHES, Gate.LEFTOVERS_DECIDED, Gate.CHANGE_REPORTED);
      case Close _ -> List.of(Gate.KEYS_ROTATED);
    };
  }

  /** The stage that follows; empty after the last. */
  default Optional<Stage> next() {
    int place = ORDER.indexOf(this);
    return place + 1 < ORDER.size() ? Optional.of(ORDER.get(place + 1)) : Optional.empty();
  }

  /** Name on the wire and in the database. */
  default String label() {
    return switch (this) {
      case Prepare _ -> "PREPARE";
      case DueDiligence _ -> "DUE_DILIGENCE";
      case Signed _ -> "SIGNED";
      case Notice _ -> "NOTICE";
      case CutOver _ -> "CUT_OVER";
      case Reconcile _ -> "RECONCILE";
      case Close _ -> "CLOSE";
    };
  }

  static Stage of(String label) {
    return ORDER.stream()
        .filter(stage -> stage.label().equals(label))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("stage " + label));
  }
}
