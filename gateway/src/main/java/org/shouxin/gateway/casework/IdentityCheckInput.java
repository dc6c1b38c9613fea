package org.shouxin.gateway.casework;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** How staff checked who asks (R-CP-02: in proportion to the risk). */
@Input("IdentityCheckInput")
public record IdentityCheckInput(
    @Description("ORIGINAL_DOCUMENT_SEEN, TWO_FACTORS_ON_CALL_BACK, LETTER_WITH_COPY.") @NonNull
        String proof,
    @Description("Where the call or the letter is filed; never a number of the person.")
        @Nullable String reference) {}
