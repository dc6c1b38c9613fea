package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A partner that left items open past the last day, with what shows it. */
public record NonCooperation(
    @NonNull @Id String partnerId, int openItems, @NonNull List<@NonNull NeglectedItem> items) {}
