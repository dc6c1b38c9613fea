package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** What is wrong with one field. */
public record CampaignDefect(
    @NonNull String field,
    @Description("MISSING, SUSPECTED_FALSE, CHANGED.") @NonNull String kind,
    @Description("Code of DR-00 to DR-06, or CONFLICT.") @NonNull String code) {}
