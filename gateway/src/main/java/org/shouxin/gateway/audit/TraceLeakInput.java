package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.records.CustomerFactors;

/** A sample of leaked people, by factors or by id. */
@Input("TraceLeakInput")
public record TraceLeakInput(
    @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull CustomerFactors> leaked,
    @Id @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> leakedIds,
    @Nullable String leakedBefore) {}
