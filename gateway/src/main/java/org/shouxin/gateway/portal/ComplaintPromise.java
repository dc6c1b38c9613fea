package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Something that was promised to a customer, until it is kept (false-comfort control, R-CP-01). */
public record ComplaintPromise(@NonNull @Id String id, @NonNull String dueOn) {}
