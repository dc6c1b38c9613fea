package org.shouxin.gateway.consent;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A child under 14 for whom the caller decides as guardian. */
public record Ward(
    @NonNull @Id String customerId,
    @Description("PARENT, GRANDPARENT, SIBLING, APPOINTED.") @NonNull String relation,
    @Description("The child's 14th birthday: from this day on the child decides.") @NonNull
        String endsOn) {}
