package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Who was shown what of a room; the id stands in the watermark. */
public record DataRoomView(
    @NonNull @Id String id,
    @NonNull String employeeNo,
    @NonNull String shown,
    @NonNull String viewedAt) {}
