package org.shouxin.gateway.destruction;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a person is told about her own destruction, by a code. */
public record DestructionSummary(
    @NonNull @Id String number,
    @NonNull String state,
    @NonNull String cause,
    @NonNull String scopeDigest,
    @NonNull List<@NonNull DestroyedRecord> items,
    @NonNull List<@NonNull DestructionRecipient> recipients,
    @Nullable DestructionCertificate certificate) {}
