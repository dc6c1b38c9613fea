package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** The defects of one person in one policy: fields and codes, no value. */
public record CampaignItem(
    @NonNull @Id String id,
    @NonNull @Id String campaignId,
    @NonNull @Id String customerId,
    @Nullable String reference,
    @NonNull List<@NonNull CampaignDefect> defects,
    @Description("Fields that no correction has reached yet.") @NonNull
        List<@NonNull String> openFields,
    @Nullable @Id String partnerId,
    @Nullable String employeeNo,
    @Description("OPEN, CORRECTED, CONFIRMED_OK, UNREACHABLE, REFUSED.") @NonNull String state,
    boolean commissionHeld,
    int attempts,
    @Nullable String remindedAt) {}
