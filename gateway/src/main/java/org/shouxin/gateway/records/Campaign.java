package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An inventory campaign opened by an insurer's letter. */
public record Campaign(
    @NonNull @Id String id,
    @NonNull String insurer,
    @NonNull String letterReference,
    @NonNull String receivedOn,
    @Description("Last day, inclusive (K-20).") @NonNull String dueOn,
    @NonNull String consequence,
    int policies,
    int cleanPolicies) {}
