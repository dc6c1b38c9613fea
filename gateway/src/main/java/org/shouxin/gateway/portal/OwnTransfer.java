package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A transfer of the business that concerns the caller (PIPL 22, DR-12). */
public record OwnTransfer(
    @NonNull @Id String id,
    @NonNull String toControllerName,
    @NonNull String toControllerContact,
    @NonNull String cutOverOn,
    @NonNull String stage,
    @Nullable @Description("The notice T-01 to T-12 in the language asked for.") String notice,
    @Nullable @Description("Last day for an objection.") String objectionEndsOn,
    @Nullable String objectedAt,
    @Nullable
        @Description(
            "MOVES, MOVES_RESTRICTED, COPIED or STAYS, frozen at the cut-over; null before.")
        String disposition) {}
