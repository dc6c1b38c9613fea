package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Whom staff entered; {@code created} is false for somebody who was known already. */
public record EnteredCustomer(@NonNull @Id String id, boolean created) {}
