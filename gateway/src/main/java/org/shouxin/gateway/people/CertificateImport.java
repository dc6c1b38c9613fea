package org.shouxin.gateway.people;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Certificates from before; they hold once a second person approved. */
public record CertificateImport(
    @NonNull @Id String id,
    @NonNull List<@NonNull String> people,
    @NonNull String lastDay,
    @NonNull String evidence,
    @NonNull String proposedBy,
    @Nullable String approvedBy) {}
