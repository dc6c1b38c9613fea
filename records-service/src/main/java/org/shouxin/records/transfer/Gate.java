package org.shouxin.records.transfer;

import java.util.Arrays;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What must hold before a transfer moves on. A gate is met by recorded evidence, by approvals of
 * two people, by what the product itself did or verified, or it is computed from the facts. Meeting
 * one is told by its audit event.
 */
enum Gate {
  PIPIA_APPROVED(Kind.EVIDENCE, "pipia.approved"),
  INVENTORY_DONE(Kind.EVIDENCE, "inventory.done"),
  CONFIDENTIALITY_ACCEPTED(Kind.EVIDENCE, "nda.accepted"),
  CONTRACT_SIGNED(Kind.EVIDENCE, "transfer.contract.signed"),
  NOTICE_PUBLISHED(Kind.COMPUTED, "transfer.notice.published"),
  NOTICES_DELIVERED(Kind.COMPUTED, "transfer.notice.delivered"),
  OBJECTION_PERIOD_OVER(Kind.COMPUTED, "transfer.objections.closed"),
  CUT_OVER_DAY_REACHED(Kind.COMPUTED, "transfer.day.reached"),
  BACKUP_VERIFIED(Kind.EVIDENCE, "backup.verified"),
  PACKAGE_APPROVED(Kind.TWO_APPROVALS, "transfer.package.approved"),
  RECEIVER_NAMED(Kind.PROVED, "transfer.receiver.named"),
  PACKAGE_SENT(Kind.PROVED, "transfer.sent"),
  SELLER_RIGHTS_REVOKED(Kind.PROVED, "right.revoked"),
  RECEIPT_MATCHES(Kind.PROVED, "transfer.receipt.verified"),
  LEFTOVERS_DECIDED(Kind.PROVED, "transfer.leftovers.decided"),
  CHANGE_REPORTED(Kind.EVIDENCE, "change.reported"),

  /** What the seller still owes after the close; it keeps no transfer open (D-121, D-144). */
  KEYS_ROTATED(Kind.COMPUTED, "key.rotated");

  /** How a gate is met. */
  enum Kind {
    EVIDENCE,
    TWO_APPROVALS,
    /** The product did or verified it; nobody can declare it. */
    PROVED,
    COMPUTED
  }

  private final Kind kind;
  private final String event;

  Gate(Kind kind, String event) {
    this.kind = kind;
    this.event = event;
  }

  Kind kind() {
    return kind;
  }

  String event() {
    return event;
  }

  /** A gate that people record something for; the others cannot be declared met. */
  static Gate recordable(String name) {
    return Arrays.stream(values())
        .filter(gate -> gate.name().equals(name))
        .filter(gate -> gate.kind == Kind.EVIDENCE || gate.kind == Kind.TWO_APPROVALS)
        .findAny()
        .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_GATE_UNKNOWN));
  }
}
