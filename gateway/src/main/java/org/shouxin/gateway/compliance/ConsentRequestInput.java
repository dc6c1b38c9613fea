package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A consent that a member of staff brings up; the person alone decides. */
@Input("ConsentRequestInput")
public record ConsentRequestInput(
    @NonNull @Id String customerId,
    @NonNull String purpose,
    @NonNull List<@NonNull String> categories,
    @Nullable @Id String recipientId,
    @NonNull @Id String noticeId,
    int noticeVersion,
    @NonNull String language,
    @NonNull String uiTextSha256,
    boolean separate) {}
