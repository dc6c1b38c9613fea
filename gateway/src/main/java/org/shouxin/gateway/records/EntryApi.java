package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** Customers typed in one by one, and what of them grew stale (R-RC-03). */
@GraphQLApi
@ApplicationScoped
public class EntryApi {
  private final EntryEndpoint records;
  private final Neighbours neighbours;

  @Inject
  EntryApi(@RestClient EntryEndpoint records, Neighbours neighbours) {
    this.records = records;
    this.neighbours = neighbours;
  }

  @Mutation("enterCustomer")
  @Description("Enters one customer; every fault of every field is reported at once.")
  public @NonNull EnteredCustomer enterCustomer(@NonNull @Name("input") EnterCustomerInput input) {
    return neighbours.ask(() -> records.enter(input));
  }

  @Query("staleData")
  @Description("Stale data of the caller's customers, the oldest first; codes, no values.")
  public @NonNull List<@NonNull StaleFinding> staleData() {
    return neighbours.ask(records::staleData);
  }

  @Mutation("reportBounce")
  @Description("A message to one's own customer came back: mobile or email.")
  public @NonNull @Id String reportBounce(
      @NonNull @Id @Name("customerId") String customerId, @NonNull @Name("field") String field) {
    return neighbours.ask(() -> {
      records.bounced(new EntryEndpoint.Bounce(customerId, field));
      return customerId;
    });
  }
}
