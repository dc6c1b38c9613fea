package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A report as submitted, under the authority's receipt number; DRILL in a drill. */
@Input("SubmitIncidentReportInput")
public record SubmitIncidentReportInput(
    @NonNull @Id String incidentId,
    @NonNull @Description("FIRST, WRITTEN, PROGRESS, CAC, FINAL_NFRA, FINAL_CAC, MINORS.")
        String kind,
    @NonNull String submission,
    @NonNull List<@NonNull IncidentTextsInput> texts) {}
