package org.shouxin.gateway.compliance;

import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** A text in both languages. */
@Input("WordsInput")
public record WordsInput(@NonNull String zh, @NonNull String en) {}
