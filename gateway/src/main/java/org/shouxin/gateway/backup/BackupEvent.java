package org.shouxin.gateway.backup;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A backup that was taken or deleted, as its operator reported it. */
public record BackupEvent(
    @NonNull String backupSet,
    @NonNull @Id String backupId,
    @NonNull String kind,
    @NonNull String sha256,
    @NonNull String reportedBy,
    @NonNull String reportedAt) {}
