package org.shouxin.gateway.destruction;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list: everything of a person in a store and class, one record of hers, or a medium.
 */
@Input("ScopeItemInput")
public record ScopeItemInput(
    @NonNull String store,
    @Nullable @Id String customerId,
    @Nullable String recordRef,
    @NonNull String retentionClass,
    @Nullable String method) {}
