package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A destruction plan that carries out decisions about leftovers. */
public record LeftoverPlan(
    @NonNull @Id @Description("Also the number of its certificate.") String planId,
    @NonNull String state,
    @Nullable @Description("Digest of the certificate of destruction, once it is issued.")
        String certificateSha256) {}
