package org.shouxin.gateway.transfer;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a viewer is shown, with the watermark that belongs on every page made of it. */
public record DataRoomPage(
    @NonNull List<@NonNull DataRoomRow> rows,
    @NonNull List<@NonNull String> notes,
    @Nullable Integer suppressed,
    @NonNull String watermark) {}
