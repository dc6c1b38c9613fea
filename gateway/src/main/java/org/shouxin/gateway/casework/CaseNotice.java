package org.shouxin.gateway.casework;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** A notice to staff that a case is late or major (R-CP-01, DR-14). */
public record CaseNotice(
    @NonNull @Id String id,
    @NonNull @Id String caseId,
    @Nullable @Description("Receipt number of a complaint; null for a rights request.")
        String number,
    @NonNull @Description("The clock, K-01 to K-24; or MAJOR.") String code,
    @NonNull @Description("ESCALATED before the due time, BREACHED after it, MAJOR.") String kind,
    @Nullable @Description("Hours that had passed.") Integer hours,
    @NonNull @Description("HANDLER, SUPERVISOR or COMPLIANCE_OFFICER.") String audience,
    @NonNull String raisedAt) {}
