package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.audit.InclusionProof;

/** A signed certificate of destruction with what proves it; the body is JSON, exactly as signed. */
public record DestructionCertificate(
    @NonNull @Id String planId,
    @NonNull String body,
    @NonNull String note,
    @NonNull String sha256,
    @NonNull @Id String eventId,
    @NonNull String issuedAt,
    @Nullable InclusionProof proof) {}
