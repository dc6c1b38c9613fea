package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Which field of whom to open, and why. */
@Input("RequestUnmaskInput")
public record RequestUnmaskInput(
    @NonNull @Id String customerId,
    @NonNull String field,
    @NonNull String purpose,
    @NonNull String reason) {}
