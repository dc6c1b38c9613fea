package org.shouxin.gateway.portal;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** A purpose of processing in force, told in words (DR-10). */
public record Purpose(
    @NonNull String code,
    @NonNull @Description("APPROVED, or DRAFT: told but not yet used.") String status,
    @NonNull Words name,
    @NonNull Words words,
    @NonNull @Description("CN-PIPL-13-1 is consent.") String legalBasis,
    @NonNull String article,
    @NonNull @Description("YES, NO, IF_SENSITIVE.") String separateConsent,
    @NonNull @Description("ANY_TIME, UNTIL_SUBMISSION, NEVER.") String withdrawal,
    @NonNull @Description("What a withdrawal stops and does not, or why there is none.")
        Words withdrawalEffect,
    boolean consentApplicable,
    boolean recipientRequired,
    @NonNull List<@NonNull String> categories,
    @Description("How long a consent lasts.") int consentMonths,
    @NonNull Words retention) {}
