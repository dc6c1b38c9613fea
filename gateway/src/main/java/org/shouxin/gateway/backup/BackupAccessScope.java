package org.shouxin.gateway.backup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What is to be done to which backups of the catalogue. */
public record BackupAccessScope(
    @NonNull @Description("RESTORE, DELETE (before it has expired).") String act,
    @Nullable @Description("Of consents, records and the log.") String recordsBackup,
    @Nullable @Description("Of the data keys.") String keysBackup) {}
