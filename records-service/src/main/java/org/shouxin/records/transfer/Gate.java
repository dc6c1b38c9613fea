package org.shouxin.records.transfer;

import java.util.Arrays;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * What must hold before a transfer moves on. A gate is met by recorded evidence, by approvals of
 * two people, or it is computed from the facts. Recording one is told by its audit event.
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
  PACKAGE_SENT(Kind.EVIDENCE, "transfer.sent"),
  SELLER_RIGHTS_REVOKED(Kind.EVIDENCE, "right.revoked"),
  RECEIPT_MATCHES(Kind.EVIDENCE, "transfer.receipt.verified"),
  LEFTOVERS_DECIDED(Kind.EVIDENCE, "transfer.leftovers.decided"),
  CHANGE_REPORTED(Kind.EVIDENCE, "change.reported");

  /** How a gate is met. */
  enum Kind {
    EVIDENCE,
    TWO_APPROVALS,
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

  /** A gate that people record something for; computed ones cannot be declared met. */
  static Gate recordable(String name) {
    return Arrays.stream(values())
        .filter(gate -> gate.name().equals(name) && gate.kind != Kind.COMPUTED)
        .findAny()
        .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_GATE_UNKNOWN));
  }
}
