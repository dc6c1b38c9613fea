package org.shouxin.gateway.casework;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Whom a complaint is given to, and whom it is about. */
@Input("AssignComplaintInput")
public record AssignComplaintInput(
    @NonNull @Id String complaintId,
    @NonNull @Description("Employee number of the handler: somebody else than the caller.")
        String employeeNo,
    @io.smallrye.graphql.api.Nullable
        @Nullable
        @Description("Employee numbers of whom it is about: they take no step in it.")
        List<@NonNull String> concerned,
    @Nullable @Description("What is at stake; it decides whether the complaint is major (R-CP-01).")
        ComplaintStakesInput stakes) {}
