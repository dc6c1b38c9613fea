package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An entry of the ban register; nobody can read from it who the person is (R-AC-07). */
public record Ban(
    @NonNull @Id String id,
    @NonNull String state,
    @Nullable String employeeNo,
    @NonNull String actCode,
    @NonNull String evidence,
    @Nullable String expiresOn,
    @NonNull String proposedBy,
    @Nullable String approvedBy,
    @Nullable String approvedAt,
    @Nullable String appealedAt,
    @Nullable String appealEvidence,
    @Nullable String appealDecidedBy,
    @Nullable String policeReference,
    @Nullable String policeReferredAt) {}
