package org.shouxin.records.transfer;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Who approves a package approves to whom it is sealed: the approval names the keys (R-BT-04). */
final class ReceiverKeys {
  private ReceiverKeys() {}

  /**
   * Lets an approval pass that names the receiver's keys as its gate shows them.
   *
   * @throws ProblemException {@code TRANSFER_STAGE_CONFLICT} before a receiver is named; {@code
   *     CONFLICT} for an approval that names other keys
   */
  static void requireNamed(Handle handle, TransferRows rows, UUID transfer, String reference) {
    String keys =
        rows.reference(handle, transfer, Gate.RECEIVER_NAMED)
            .orElseThrow(() -> new ProblemException(ProblemCode.TRANSFER_STAGE_CONFLICT));
    if (!keys.equals(reference)) {
      throw new ProblemException(
          ProblemCode.CONFLICT, "the approval has to name the receiver's keys: " + keys);
    }
  }

  /** What a gate shows: the receiver's its keys, every other one its numbers. */
  static String detail(
      Handle handle, TransferRows rows, UUID transfer, TransferFacts.GateStatus status) {
    return status.gate() == Gate.RECEIVER_NAMED
        ? rows.reference(handle, transfer, Gate.RECEIVER_NAMED).orElse(status.detail())
        : status.detail();
  }
}
