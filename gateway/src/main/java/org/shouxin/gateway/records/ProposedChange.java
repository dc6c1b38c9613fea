package org.shouxin.gateway.records;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.jspecify.annotations.Nullable;

/** What a correction would change, as whoever decides it sees it: both values masked. */
public record ProposedChange(
    @NonNull @Id String id,
    @NonNull @Id String customerId,
    @NonNull String field,
    @Nullable @Description("The value in use, masked.") String current,
    @Nullable @Description("The value that would be in use, masked.") String proposed,
    @Nullable @Description("The proposer's words on what she saw.") String evidence) {

  @Override
  public String toString() {
    return "ProposedChange[" + id + ", redacted]";
  }
}
