package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A complaint with its number and the 72-hour clock of the first answer. */
public record Complaint(
    @NonNull @Id String id,
    @NonNull String number,
    @NonNull String state,
    @NonNull String receivedAt,
    @NonNull String firstResponseDueAt) {}
