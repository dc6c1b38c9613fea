package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** The decision about one class of a package: KEEP_RESTRICTED or DESTROY, and by which basis. */
public record DecidedLeftover(
    @NonNull String itemClass, @NonNull String decision, @NonNull String basis) {}
