package org.shouxin.consent.activity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** The reviewer's opinion, with the impact assessment where it came later than the proposal. */
record Review(
    @NotBlank @Size(max = 2000) String opinion, Proposal.@Nullable @Valid Assessment pipia) {}
