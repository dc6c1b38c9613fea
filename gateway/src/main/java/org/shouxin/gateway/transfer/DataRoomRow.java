package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** People who share these values: at least the smallest cell; null in samples. */
public record DataRoomRow(@NonNull List<@NonNull DataRoomValue> values, @Nullable Integer people) {}
