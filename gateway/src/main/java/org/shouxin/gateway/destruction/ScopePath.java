package org.shouxin.gateway.destruction;

import java.util.List;
import org.eclipse.microprofile.graphql.NonNull;

/** Where an item stands in the list, and how its digest leads to the digest of the list. */
public record ScopePath(int index, int size, @NonNull List<@NonNull String> hashes) {}
