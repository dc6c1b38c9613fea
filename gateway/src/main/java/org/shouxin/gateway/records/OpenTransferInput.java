package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A change of the broker that holds the book (PIPL 22). */
@Input("OpenTransferInput")
public record OpenTransferInput(
    @NonNull String dealType,
    @NonNull @Id String fromControllerId,
    @NonNull @Id String toControllerId,
    @NonNull String toControllerName,
    @NonNull String toControllerContact,
    @NonNull String cutOverOn,
    @Nullable String scope) {}
