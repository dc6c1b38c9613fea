package org.shouxin.gateway.incident;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A person of an incident by pseudonym, and which of her fields were exposed. */
public record AffectedPerson(
    @NonNull @Id String subjectRef, @NonNull List<@NonNull String> fields) {}
