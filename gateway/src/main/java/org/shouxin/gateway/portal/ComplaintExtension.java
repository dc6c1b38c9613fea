package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** More time for the decision of a complaint (K-02), told to the customer with its reason. */
public record ComplaintExtension(
    @NonNull String at,
    @NonNull @Id @Description("The reason in words, opened with caseText.") String textId) {}
