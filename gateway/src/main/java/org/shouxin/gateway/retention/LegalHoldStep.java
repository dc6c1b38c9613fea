package org.shouxin.gateway.retention;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What was done about a hold. */
public record LegalHoldStep(
    @NonNull @Description("APPROVED, RELEASE_PROPOSED, RELEASED.") String kind,
    @NonNull String employeeNo,
    @NonNull String reason,
    @NonNull String at) {}
