package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** The receipt of a package as its receiver signed it. */
public record SignedReceipt(@NonNull String receipt, @NonNull String signature) {}
