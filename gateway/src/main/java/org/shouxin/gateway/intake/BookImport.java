package org.shouxin.gateway.intake;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A received book of business and how far it is read (R-RC-01). */
public record BookImport(
    @NonNull @Id String id,
    @NonNull @Description("RUNNING, COMPLETED, IMPORT_DUPLICATE or FAILED.") String state,
    @Nullable @Description("Code of the fault that ended a failed import.") String refusal,
    @Nullable @Id @Description("The import that read the same file before.") String duplicateOf,
    @NonNull String receivedAt,
    @Nullable String finishedAt,
    int rowsRead,
    int rowsAccepted,
    int rowsRejected,
    int newCustomers,
    int knownCustomers,
    int newPolicies,
    @NonNull @Description("Address of the defect report (CSV; with .xlsx a sheet).")
        String defectsPath) {}
