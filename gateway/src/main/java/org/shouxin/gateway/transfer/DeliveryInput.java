package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The outcome of one delivery: SMS, MAIL or LETTER. */
@Input("DeliveryInput")
public record DeliveryInput(
    @NonNull @Id String customerId, @NonNull String channel, boolean delivered) {}
