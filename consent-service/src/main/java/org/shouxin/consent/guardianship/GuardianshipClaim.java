package org.shouxin.consent.guardianship;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** What staff verified: who is whose guardian, by which relation, shown by which document. */
record GuardianshipClaim(
    @NotNull String childId,
    @NotNull String guardianId,
    @NotNull Relation relation,
    @NotNull Evidence evidence,
    @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidenceSha256) {}
