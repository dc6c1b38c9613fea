package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.jspecify.annotations.Nullable;

/** What consents are looked for; what is missing is not looked at. */
@Input("ConsentSearchInput")
public record ConsentSearchInput(
    @Nullable String purpose,
    @Nullable @Id String recipientId,
    @Nullable Integer noticeVersion,
    @Nullable @Id String customerId,
    @Nullable String state) {}
