package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** Who could have leaked a sample, most likely first. */
public record LeakTrace(
    @NonNull @Id String id, int matched, @NonNull List<@NonNull LeakSuspect> suspects) {}
