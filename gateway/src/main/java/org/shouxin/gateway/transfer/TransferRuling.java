package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** People of one situation, and what the rule of DR-12 says of them. */
public record TransferRuling(@NonNull String situation, @NonNull String disposition, int people) {}
