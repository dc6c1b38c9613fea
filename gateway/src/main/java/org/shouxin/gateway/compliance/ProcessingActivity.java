package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** An activity of the register of processing activities with its approval (R-CN-06, PIPL 55). */
public record ProcessingActivity(
    @NonNull String code,
    int version,
    @NonNull @Description("DRAFT, APPROVED or REJECTED; only an approved one is a ground.")
        String status,
    @Nullable String validFrom,
    @Nullable String validTo,
    @NonNull String nameZh,
    @NonNull String nameEn,
    @NonNull String wordsZh,
    @NonNull String wordsEn,
    @NonNull String methodZh,
    @NonNull String methodEn,
    @NonNull String basis,
    @NonNull String article,
    @NonNull List<@NonNull String> categories,
    @NonNull List<@NonNull String> subjects,
    @NonNull List<@NonNull String> roles,
    @NonNull List<@NonNull String> systems,
    @NonNull String retentionClass,
    boolean crossBorder,
    boolean automatedDecision,
    @NonNull @Description("Triggers of PIPL 55 that demand an impact assessment.")
        List<@NonNull String> pipiaTriggers,
    @Nullable String pipiaReference,
    @Nullable String pipiaCompletedOn,
    @Nullable String proposedBy,
    @Nullable String decidedBy,
    @Nullable String opinion,
    @Nullable String nextReviewOn) {}
