package org.shouxin.launcher.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouxin.launcher.LauncherException;

/**
 * What nobody does to backups alone (R-RC-08): restore them for use, delete them before their time.
 * First what is named is looked up, then the approval is used, then it is done.
 */
public final class BackupCustody {
  private final BackupStore store;
  private final RestoreDrill drill;
  private final Approval approval;

  BackupCustody(BackupStore store, RestoreDrill drill, Approval approval) {
    this.store = store;
    this.drill = drill;
    this.approval = approval;
  }

  /** Deletes backups that have not expired, at every location; returns their lines. */
  public List<CatalogueLine> delete(@Nullable String recordsBackup, @Nullable String keysBackup)
      throws IOException {
    List<Manifest> named = new ArrayList<>();
    if (recordsBackup != null) {
      named.add(manifest(BackupSet.RECORDS, recordsBackup));
    }
    if (keysBackup != null) {
      named.add(manifest(BackupSet.KEYS, keysBackup));
    }
    approval.use(Approval.Act.DELETE, recordsBackup, keysBackup);
    for (Manifest manifest : named) {
      store.delete(manifest.set(), List.of(manifest));
    }
    return named.stream().map(CatalogueLine::of).toList();
  }

  /**
   * Restores both sets into data folders that PostgreSQL can be started on, with the erasure ledger
   * replayed and everybody whom ledger or log call erased tried. Nothing is left when anything was
   * at fault.
   *
   * @param id of the report
   * @param into a folder that does not exist yet; gets {@code records/data} and {@code keys/data}
   */
  DrillReport restore(
      String id, String recordsBackup, String keysBackup, RestoreTarget target, Path into)
      throws IOException {
    if (Files.exists(into)) {
      throw new LauncherException(into + " exists; a restore needs a new folder.");
    }
    Manifest records = manifest(BackupSet.RECORDS, recordsBackup);
    Manifest keys = manifest(BackupSet.KEYS, keysBackup);
    approval.use(Approval.Act.RESTORE, recordsBackup, keysBackup);
    return drill.restore(id, target, records, keys, into);
  }

  private Manifest manifest(BackupSet set, String id) throws IOException {
    return store.list(set).stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new LauncherException("There is no backup " + set.folder() + "/" + id + "."));
  }
}
