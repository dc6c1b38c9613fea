package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.records.TransferGate;

/** What the cut-over would do if it began now; rehearsing changes nothing. */
public record TransferRehearsal(
    @NonNull @Id String transferId,
    int moved,
    @Description("Go along and stay, since other policies of theirs do not go.") int copied,
    int restricted,
    int excluded,
    @Description("Of the book, not in the scope.") int outside,
    int unreachable,
    int clocksCarried,
    @NonNull List<@NonNull TransferRuling> rulings,
    @NonNull List<@NonNull TransferGate> unmet) {}
