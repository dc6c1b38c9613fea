package org.shouxin.records.transfer.arrival;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.transfer.parcel.AuditItems;
import org.shouxin.records.transfer.parcel.Item;
import org.shouxin.records.transfer.parcel.Manifest;

/**
 * The seller's log entries in a package: audit-service checks each one's text, proof and signed
 * checkpoint before anything of the package is written (R-BT-04).
 */
@ApplicationScoped
class CarriedEntries {
  private static final int BATCH_BYTES = 128 * 1024;
  private static final String ENTRY = "auditEntry";

  private final AuditItems log;

  CarriedEntries(@RestClient AuditItems log) {
    this.log = log;
  }

  /**
   * Lets a chunk pass whose entries all stand in the log that the manifest names.
   *
   * @throws ProblemException {@code PACKAGE_ENTRY_UNPROVEN} naming the first that does not
   */
  void require(Manifest manifest, UUID transfer, Chunk chunk) {
    List<Item> batch = new ArrayList<>();
    int bytes = 0;
    int before = 0;
    for (Item item : chunk.items()) {
      if (!item.itemClass().equals(ENTRY)) {
        continue;
      }
      int size = item.line(transfer).length;
      if (!batch.isEmpty() && bytes + size > BATCH_BYTES) {
        check(manifest, chunk, batch, before);
        before += batch.size();
        batch.clear();
        bytes = 0;
      }
      batch.add(item);
      bytes += size;
    }
    if (!batch.isEmpty()) {
      check(manifest, chunk, batch, before);
    }
  }

  private void check(Manifest manifest, Chunk chunk, List<Item> batch, int before) {
    List<AuditItems.Flawed> flawed =
        log.check(new AuditItems.Checking(manifest.logKeys(), List.copyOf(batch))).flawed();
    if (!flawed.isEmpty()) {
      AuditItems.Flawed first = flawed.getFirst();
      throw new ProblemException(
          ProblemCode.PACKAGE_ENTRY_UNPROVEN,
          ENTRY + '/' + chunk.file() + " item " + (before + first.item()) + ": " + first.flaw());
    }
  }
}
