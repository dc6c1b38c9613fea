package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Who decides for a child, by which evidence, and until when (PIPL 31). */
public record Guardianship(
    @NonNull @Id String id,
    @NonNull @Id String childId,
    @NonNull @Id String guardianId,
    @NonNull String relation,
    @NonNull String evidence,
    @NonNull String verifiedBy,
    @NonNull String verifiedAt,
    @Nullable String endsOn,
    @Nullable String endedAt) {}
