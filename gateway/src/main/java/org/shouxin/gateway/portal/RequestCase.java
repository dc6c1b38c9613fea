package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A rights request as those see it who answer it, with its clock. */
public record RequestCase(
    @NonNull @Id String id,
    @NonNull String type,
    @NonNull @Description("VERIFIED, WAITING, ANSWERED, REFUSED.") String state,
    @NonNull String receivedAt,
    @NonNull @Description("When the answer is due (K-04, K-06).") String dueAt) {}
