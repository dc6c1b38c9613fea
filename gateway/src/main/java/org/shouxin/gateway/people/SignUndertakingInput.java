package org.shouxin.gateway.people;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** What is signed: the text of that digest. */
@Input("SignUndertakingInput")
public record SignUndertakingInput(
    @NonNull String kind, @NonNull String language, @NonNull String textSha256) {}
