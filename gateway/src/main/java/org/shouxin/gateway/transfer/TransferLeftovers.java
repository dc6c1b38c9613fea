package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** What becomes of the seller's copy after a transfer. */
public record TransferLeftovers(
    @NonNull List<@NonNull DecidedLeftover> decided, @NonNull List<@NonNull LeftoverPlan> plans) {}
