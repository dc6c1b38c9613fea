package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A signed manifest, and the seller's signing key as the parties exchanged it. */
@Input("OpenArrivalInput")
public record OpenArrivalInput(
    @NonNull String manifest, @NonNull String signature, @NonNull PublicKeyInput sellerKey) {}
