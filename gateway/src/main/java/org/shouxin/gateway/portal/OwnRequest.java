package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.retention.ErasureRecord;

/** A rights request of the caller with its clock; a refusal has a reason (PIPL 50). */
public record OwnRequest(
    @NonNull @Id String id,
    @NonNull String type,
    @NonNull @Description("VERIFIED, WAITING, ANSWERED, REFUSED.") String state,
    @NonNull String receivedAt,
    @NonNull String dueAt,
    @Nullable String reasonCode,
    @Nullable @Id String textId,
    @Nullable @Id String answerTextId,
    @NonNull @Description("For a deletion, once confirmed: what becomes of each record.")
        List<@NonNull ErasureRecord> erasure) {}
