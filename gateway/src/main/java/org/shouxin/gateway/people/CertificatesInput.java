package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

/** Certificates from before, by reference of their papers. */
@Input("CertificatesInput")
public record CertificatesInput(
    @NonNull List<@NonNull String> people, @NonNull String lastDay, @NonNull String evidence) {}
