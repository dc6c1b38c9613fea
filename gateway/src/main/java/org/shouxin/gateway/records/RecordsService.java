package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** What the gateway asks of records-service; callers see no HTTP. */
@ApplicationScoped
public class RecordsService {
  private final RecordsEndpoint endpoint;
  private final Neighbours neighbours;

  @Inject
  RecordsService(@RestClient RecordsEndpoint endpoint, Neighbours neighbours) {
    this.endpoint = endpoint;
    this.neighbours = neighbours;
  }

  /**
   * Id of the one person whom all factors match, for those who investigate a leak (P-21), or null.
   */
  public @Nullable String findId(CustomerFactors factors) {
    Customer found = findCustomer(factors, "P-21", List.of());
    return found == null ? null : found.id();
  }

  /** The person, or null when unknown or not permitted: the answer does not tell which. */
  @Nullable Customer findCustomer(String id, String purpose, List<String> fields) {
    return only(
        ask(records -> records.read(new RecordsEndpoint.Read(List.of(id), purpose, fields))));
  }

  /** The one person whom all factors match, or null as above. */
  @Nullable Customer findCustomer(CustomerFactors factors, String purpose, List<String> fields) {
    return only(
        ask(records -> records.search(new RecordsEndpoint.Search(factors, purpose, fields))));
  }

  RecordsEndpoint.Page listCustomers(RecordsEndpoint.Listing listing) {
    return ask(records -> records.list(listing));
  }

  <T> T ask(Function<RecordsEndpoint, T> call) {
    return neighbours.ask(() -> call.apply(endpoint));
  }

  private static @Nullable Customer only(RecordsEndpoint.Found found) {
    return found.customers().isEmpty() ? null : found.customers().getFirst();
  }
}
