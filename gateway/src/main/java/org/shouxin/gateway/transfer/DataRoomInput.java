package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Whose room, by the seller's id and the transfer's. */
@Input("DataRoomInput")
public record DataRoomInput(@NonNull @Id String transferId, @NonNull @Id String sellerId) {}
