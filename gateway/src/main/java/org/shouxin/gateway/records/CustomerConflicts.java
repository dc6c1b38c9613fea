package org.shouxin.gateway.records;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;

/** One person about whom sources say different things. */
@Description("One person about whom sources say different things.")
public record CustomerConflicts(
    @NonNull @Id String customerId, @NonNull List<@NonNull Conflict> conflicts) {
  public CustomerConflicts {
    conflicts = List.copyOf(conflicts);
  }
}
