package org.shouxin.gateway.rules;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A proposed grade, and what became of it. */
public record GradeProposal(
    @NonNull @Id String id,
    @NonNull FieldGrade grade,
    @NonNull @Description("The file or article it rests on.") String basis,
    @NonNull @Description("PROPOSED, APPROVED, REJECTED.") String state,
    @NonNull String proposedBy,
    @NonNull String proposedAt) {}
