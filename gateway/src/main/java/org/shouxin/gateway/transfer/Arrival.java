package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** How far a package is at its receiver. */
public record Arrival(
    @NonNull @Id String id,
    @NonNull @Id String transferId,
    @NonNull String fromControllerId,
    int people,
    @NonNull List<@NonNull String> missing,
    boolean admitted,
    boolean receipted,
    @Description("Of those admitted, whom no employee looks after: a supervisor's to give.")
        int unassigned) {}
