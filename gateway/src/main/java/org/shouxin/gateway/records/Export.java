package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An export: approved by another person, encrypted to its receiver, fetched once (R-RC-15). */
public record Export(
    @NonNull @Id String id,
    @NonNull @Description("REQUESTED, APPROVED, REJECTED, EXPIRED, PRODUCED.") String state,
    @NonNull String requestedBy,
    @NonNull String receiver,
    @NonNull
        @Description("SHA-256 of the receiver's public keyset, base64url; an approval names it.")
        String receiverKeySha256,
    @NonNull String purpose,
    @NonNull String reference,
    @NonNull @Description("CSV, XLSX.") String format,
    @NonNull Integer people,
    @NonNull String requestedAt,
    @NonNull @Description("Undecided then, it has lapsed (K-22).") String decideBy,
    @Nullable String decidedBy,
    @Nullable @Description("Not fetched then, its approval is over.") String fetchBy,
    @Nullable String producedAt) {}
