package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A transfer and the gates that its next stage needs. */
public record Transfer(
    @NonNull @Id String id,
    @NonNull String dealType,
    @NonNull String stage,
    @NonNull String fromControllerId,
    @NonNull String toControllerId,
    @NonNull String toControllerName,
    @NonNull String cutOverOn,
    @NonNull String scope,
    @Nullable String objectionEndsOn,
    @NonNull List<@NonNull TransferGate> gates) {}
