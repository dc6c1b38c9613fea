package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A transfer as the regulator gets it (K-17); the body is JSON, exactly as signed. */
public record TransferDossier(
    @Description("From 1; a later one says what happened since.") int number,
    @NonNull String body,
    @NonNull @Description("Ed25519 over the body by the seller's key of the manifest, base64url.")
        String signature,
    @NonNull @Description("SHA-256 of the body, base64url, as the log has it.") String sha256) {}
