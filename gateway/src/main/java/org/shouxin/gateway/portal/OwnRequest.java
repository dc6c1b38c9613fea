package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.retention.ErasureRecord;

/**
 * A rights request of the caller, or of her ward, with its clock; a refusal has a reason (PIPL 50).
 */
public record OwnRequest(
    @NonNull @Id String id,
    @NonNull String type,
    @NonNull @Description("IDENTITY_CHECK, VERIFIED, WAITING, ANSWERED, REFUSED.") String state,
    @NonNull @Id @Description("The caller, or a child whose guardian she is.") String customerId,
    @NonNull @Description("PORTAL, COUNTER, PHONE, LETTER.") String channel,
    @NonNull String receivedAt,
    @NonNull String dueAt,
    @Nullable String reasonCode,
    @Nullable @Id String textId,
    @Nullable @Id String answerTextId,
    @NonNull @Description("For a deletion, once confirmed: what becomes of each record.")
        List<@NonNull ErasureRecord> erasure) {}
