package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A joiner, mover or leaver, with both people who decided (R-AC-03). */
public record StaffChange(
    @NonNull @Id String id,
    @NonNull String kind,
    @NonNull String employeeNo,
    @Nullable List<@NonNull String> roles,
    @Nullable String branch,
    @Nullable String successor,
    @Nullable String overrideReason,
    @NonNull String effectiveOn,
    @NonNull String proposedBy,
    @Nullable String approvedBy,
    @Nullable String approvedAt,
    @Nullable String cancellationEvidence) {}
