package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Somebody who works for a partner, as declared. */
public record PartnerAgent(
    @NonNull @Id String partnerId,
    @NonNull @Id String agentNo,
    @NonNull String certifiedUntil,
    @NonNull String evidence) {}
