package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** The notice to everybody of the frozen list. */
@Input("IssueIncidentNoticeInput")
public record IssueIncidentNoticeInput(
    @NonNull @Id String incidentId, @NonNull List<@NonNull IncidentTextsInput> texts) {}
