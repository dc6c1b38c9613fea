package org.shouxin.gateway.incident;

import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** That there is a case, and since when. */
public record LeakReportReceipt(@NonNull @Id String id, @NonNull String receivedAt) {}
