package org.shouxin.gateway.portal;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An item of a notice that reads differently in a later version. */
public record NoticeChange(
    @NonNull @Description("N-01 to N-19 of DR-11.") String item,
    @NonNull String heading,
    @NonNull String before,
    @NonNull String after) {}
