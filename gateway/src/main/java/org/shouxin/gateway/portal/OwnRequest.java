package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A rights request of the caller with its clock; a refusal has a reason (PIPL 50). */
public record OwnRequest(
    @NonNull @Id String id,
    @NonNull String type,
    @NonNull @Description("VERIFIED, WAITING, ANSWERED, REFUSED.") String state,
    @NonNull String receivedAt,
    @NonNull String dueAt,
    @Nullable String reasonCode,
    @Nullable @Id String textId,
    @Nullable @Id String answerTextId) {}
