package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** A public key as a JSON Web Key (RFC 8037). */
public record PublicKey(@NonNull String kty, @NonNull String crv, @NonNull String x) {}
