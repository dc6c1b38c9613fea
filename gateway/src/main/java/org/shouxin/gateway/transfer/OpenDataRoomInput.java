package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A room to open to named employees of the buyer. */
@Input("OpenDataRoomInput")
public record OpenDataRoomInput(
    @NonNull @Id String transferId,
    @NonNull String agreementSha256,
    @NonNull String endsOn,
    @NonNull List<@NonNull String> viewers) {}
