package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * The one permission decision behind a read; the audit event carries the same id.
 *
 * @param reason a sentence for the person concerned
 * @param reasonCode for example {@code CONSENT_IN_FORCE}
 */
public record Decision(
    @NonNull @Id String id,
    boolean permitted,
    @NonNull String purpose,
    @Nullable String legalBasis,
    @NonNull String reason,
    @Nullable String reasonCode,
    @NonNull String ruleVersion,
    @Nullable @Id String consentRecordId) {}
