package org.shouxin.gateway.consent;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * A person's consent as she saw it on screen.
 *
 * @param categories among IDENTITY CONTACT POLICY FINANCIAL HEALTH FAMILY
 * @param uiTextSha256 digest of the text of {@code consentText}
 */
@Input("GiveConsentInput")
public record GiveConsentInput(
    @NonNull @Id String customerId,
    @NonNull String purpose,
    @NonNull List<@NonNull String> categories,
    @Nullable @Id String recipientId,
    @NonNull @Id String noticeId,
    int noticeVersion,
    @NonNull String language,
    @NonNull String uiTextSha256,
    boolean separate) {}
