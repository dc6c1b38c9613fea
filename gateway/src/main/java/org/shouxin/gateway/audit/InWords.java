package org.shouxin.gateway.audit;

import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

/** What happened, in one plain sentence: Chinese and English. */
@Type("AccessInWords")
public record InWords(@NonNull String zh, @NonNull String en) {}
