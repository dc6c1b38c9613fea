package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.consent.PrivacyNotice;

/** A notice that a person has not read in its current version. */
public record NoticeToRead(
    @NonNull PrivacyNotice notice,
    @Description("The version read last; null when none was.") @Nullable Integer seenVersion,
    @Description("The items that changed since; empty when none was read.") @NonNull
        List<@NonNull NoticeChange> changes) {}
