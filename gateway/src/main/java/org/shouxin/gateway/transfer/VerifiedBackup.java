package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A backup that a restore drill verified; the event is what a transfer names. */
public record VerifiedBackup(
    @NonNull @Id String eventId, @NonNull String backup, @NonNull String backedUpAt) {}
