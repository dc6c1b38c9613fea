package org.shouxin.gateway.receipt;

import org.eclipse.microprofile.graphql.NonNull;

/** A receipt and the sealed cursor after which the next page starts. */
public record ReceiptEdge(@NonNull Receipt node, @NonNull String cursor) {}
