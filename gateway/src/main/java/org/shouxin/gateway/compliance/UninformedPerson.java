package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** An insured person who has not been informed yet (PIPL 17, 23). */
public record UninformedPerson(
    @NonNull @Id String customerId, @NonNull String audience, @NonNull String since) {}
