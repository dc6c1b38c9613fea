package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A signed attendance list of a classroom session. */
@Input("AttendanceInput")
public record AttendanceInput(
    @NonNull String course,
    @NonNull String heldOn,
    @NonNull Integer minutes,
    @NonNull List<@NonNull String> people,
    @NonNull String evidenceSha256) {}
