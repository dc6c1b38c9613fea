package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** An assessment that was made: where it is kept, and when it was completed. */
@Input("AssessmentInput")
public record AssessmentInput(@NonNull String reference, @NonNull String completedOn) {}
