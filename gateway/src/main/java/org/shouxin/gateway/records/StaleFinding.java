package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** Something of a customer that is out of date; a code, no value. */
public record StaleFinding(
    @NonNull @Id String customerId,
    @Description("ID_EXPIRED, MOBILE_BOUNCED, EMAIL_BOUNCED or NOT_CHECKED.") @NonNull String code,
    @NonNull String foundAt,
    @Nullable @Description("Who looks after the customer.") String employeeNo) {}
