package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An item left open: how often its partner tried, and when it was reminded. */
public record NeglectedItem(
    @NonNull @Id String itemId,
    @Nullable String reference,
    @NonNull List<@NonNull String> openFields,
    int attempts,
    @Nullable String remindedAt) {}
