package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Proof that an event is in the log: hashes in standard base64, leaf the exact entry text. */
public record InclusionProof(
    @NonNull @Id String eventId,
    @NonNull String logIndex,
    @NonNull String leaf,
    @NonNull String leafHash,
    @NonNull List<@NonNull String> hashes,
    @NonNull String checkpoint) {}
