package org.shouxin.gateway.compliance;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A new version of a processing activity; it is no ground before somebody else approves it. */
@Input("ProcessingActivityInput")
public record ProcessingActivityInput(
    @NonNull String code,
    @NonNull WordsInput name,
    @NonNull WordsInput words,
    @NonNull WordsInput method,
    @NonNull @Description("CONSENT, CONTRACT, STATUTORY or OWN_DATA.") String basis,
    @NonNull String article,
    @NonNull @Description("CONSENT, CONTRACT, REQUEST or NONE.") String evidence,
    @NonNull @Description("NO, YES or IF_SENSITIVE.") String separateConsent,
    @NonNull @Description("ANY_TIME, UNTIL_SUBMISSION or NEVER.") String withdrawal,
    @NonNull WordsInput withdrawalEffect,
    boolean recipientRequired,
    @Nullable String dpv,
    @NonNull List<@NonNull String> roles,
    @NonNull List<@NonNull String> categories,
    @NonNull List<@NonNull String> fields,
    boolean allowedWhenRestricted,
    int consentMonths,
    @NonNull String retentionClass,
    @NonNull List<@NonNull String> subjects,
    @NonNull List<@NonNull String> systems,
    boolean entrusted,
    boolean published,
    boolean crossBorder,
    boolean automatedDecision,
    boolean majorEffect,
    @Nullable AssessmentInput pipia,
    @Nullable String validFrom,
    @Nullable String nextReviewOn) {}
