package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.shouxin.gateway.records.TransferGate;

/** What the cut-over would do if it began now; rehearsing changes nothing. */
public record TransferRehearsal(
    @NonNull @Id String transferId,
    int moved,
    int restricted,
    int excluded,
    int unreachable,
    int clocksCarried,
    @NonNull List<@NonNull TransferRuling> rulings,
    @NonNull List<@NonNull TransferGate> unmet) {}
