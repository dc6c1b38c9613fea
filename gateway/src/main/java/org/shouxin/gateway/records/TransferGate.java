package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** One condition of a stage. */
public record TransferGate(@NonNull String code, boolean met, @Nullable String detail) {}
