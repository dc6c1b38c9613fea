package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/**
 * What becomes of the seller's copy of one class: KEEP_RESTRICTED or DESTROY, and by which basis.
 */
@Input("DecideLeftoverInput")
public record DecideLeftoverInput(
    @NonNull @Id String transferId,
    @NonNull String itemClass,
    @NonNull String decision,
    @NonNull String basis) {}
