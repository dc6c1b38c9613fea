package org.shouxin.gateway.backup;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What was done about a request to touch a backup. */
public record BackupAccessStep(
    @NonNull @Description("APPROVED, REJECTED, USED.") String kind,
    @NonNull String takenBy,
    @NonNull String at) {}
