package org.shouxin.gateway.transfer;

import org.eclipse.microprofile.graphql.NonNull;

/** A value of one dimension. */
public record DataRoomValue(@NonNull String dimension, @NonNull String value) {}
