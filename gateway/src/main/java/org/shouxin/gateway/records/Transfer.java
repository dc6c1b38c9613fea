package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** A transfer and the gates that its next stage needs. */
public record Transfer(
    @NonNull @Id String id,
    @NonNull String dealType,
    @NonNull String stage,
    @NonNull List<@NonNull TransferGate> gates) {}
