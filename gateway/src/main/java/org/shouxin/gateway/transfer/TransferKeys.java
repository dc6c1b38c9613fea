package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** The public keys of a controller, for the other side of a transfer. */
public record TransferKeys(@NonNull PublicKey receivingKey, @NonNull PublicKey signingKey) {}
