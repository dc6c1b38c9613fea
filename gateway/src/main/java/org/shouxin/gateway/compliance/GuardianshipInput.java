package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A guardian whose papers were seen. */
@Input("GuardianshipInput")
public record GuardianshipInput(
    @NonNull @Id String childId,
    @NonNull @Id String guardianId,
    @NonNull @Description("PARENT, GRANDPARENT, SIBLING or APPOINTED.") String relation,
    @NonNull @Description("BIRTH_CERTIFICATE, HOUSEHOLD_REGISTER, COURT_DECISION or APPOINTMENT.")
        String evidence,
    @NonNull @Description("SHA-256 of the paper that was seen, hex.") String evidenceSha256) {}
