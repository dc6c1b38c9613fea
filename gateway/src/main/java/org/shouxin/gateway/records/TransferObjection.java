package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A person's objection to being transferred. */
public record TransferObjection(
    @NonNull @Id String transferId, @NonNull @Id String customerId, @NonNull String at) {}
