package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A due-diligence room as its seller sees it. */
public record DataRoom(
    @NonNull @Id String transfer, int people, int smallestCell, @NonNull String expiresAt) {}
