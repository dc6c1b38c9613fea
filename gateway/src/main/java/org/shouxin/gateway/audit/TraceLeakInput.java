package org.shouxin.gateway.audit;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.records.CustomerFactors;

/**
 * A sample of leaked people, by factors or by id.
 *
 * @param knownFields what was leaked of each of them: who never read it all is no suspect
 * @param markedExports exports whose mark a leaked sheet carries, as decodeWatermark found
 */
@Input("TraceLeakInput")
public record TraceLeakInput(
    @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull CustomerFactors> leaked,
    @Id @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> leakedIds,
    @Nullable String leakedBefore,
    @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> knownFields,
    @Id @io.smallrye.graphql.api.Nullable @Nullable List<@NonNull String> markedExports) {}
