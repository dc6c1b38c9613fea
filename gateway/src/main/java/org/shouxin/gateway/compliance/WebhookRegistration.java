package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** Where a recipient is told of withdrawals; the secret is shown this once. */
public record WebhookRegistration(
    @NonNull String url,
    @NonNull @Description("Signs every call (HMAC-SHA256 with its time); kept sealed.")
        String secret) {}
