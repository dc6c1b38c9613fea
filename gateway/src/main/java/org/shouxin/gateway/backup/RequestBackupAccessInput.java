package org.shouxin.gateway.backup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What an operator wants to do to which backups, and why. */
@Input("RequestBackupAccessInput")
public record RequestBackupAccessInput(
    @NonNull @Description("RESTORE, DELETE (before it has expired).") String act,
    @Nullable @Description("Of consents, records and the log.") String recordsBackup,
    @Nullable @Description("Of the data keys.") String keysBackup,
    @NonNull String reason) {

  BackupAccessScope scope() {
    return new BackupAccessScope(act, recordsBackup, keysBackup);
  }
}
