package org.shouxin.gateway.backup;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Somebody's request to restore or to delete a backup, and what became of it. */
public record BackupAccess(
    @NonNull @Id String id,
    @NonNull BackupAccessScope scope,
    @NonNull @Description("REQUESTED, APPROVED, REJECTED, USED, EXPIRED.") String state,
    @NonNull String reason,
    @NonNull String requestedBy,
    @NonNull String requestedAt,
    @Nullable @Description("A day after the approval; null unless approved.") String usableUntil,
    @NonNull List<@NonNull BackupAccessStep> steps) {}
