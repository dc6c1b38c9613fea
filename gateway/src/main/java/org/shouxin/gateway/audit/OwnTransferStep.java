package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** One step of a transfer for the person whom it concerns (R-BT-05). */
public record OwnTransferStep(
    @NonNull @Description("The event's type, such as transfer.customer.packed.") String type,
    @NonNull AccessEvent event) {}
