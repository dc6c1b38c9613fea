package org.shouxin.records.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.records.export.watermark.ExportKey;
import org.shouxin.records.vault.BlindIndexes;
import org.shouxin.records.vault.IndexKind;

/**
 * The keys of marks: derived from the controller's index key and the export's id, stored nowhere.
 */
@ApplicationScoped
class ExportMarks {
  private final BlindIndexes indexes;

  ExportMarks(BlindIndexes indexes) {
    this.indexes = indexes;
  }

  ExportKey key(ControllerId controller, UUID export) {
    return new ExportKey(
        indexes.of(controller).every(IndexKind.EXPORT_MARK, export.toString()).getFirst());
  }
}
