package org.shouxin.gateway.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** A package at its receiver, from the keys to the signed receipt. */
@GraphQLApi
@ApplicationScoped
public class ArrivalApi {
  private final ArrivalEndpoint records;
  private final Neighbours neighbours;

  @Inject
  ArrivalApi(@RestClient ArrivalEndpoint records, Neighbours neighbours) {
    this.records = records;
    this.neighbours = neighbours;
  }

  @Query("transferKeys")
  @Description("The caller's controller's public keys, to be given to the other side.")
  public @NonNull TransferKeys transferKeys() {
    return neighbours.ask(records::keys);
  }

  @Query("arrival")
  @Description("How far an arriving package is, and which files are missing.")
  public @NonNull Arrival arrival(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> records.get(id));
  }

  @Mutation("openArrival")
  @Description("Opens an arrival by its signed manifest.")
  public @NonNull Arrival openArrival(@NonNull @Name("input") OpenArrivalInput input) {
    return neighbours.ask(() -> records.open(input));
  }

  @Mutation("admitArrival")
  @Description("Checks the whole package and admits everybody at once, or nobody.")
  public @NonNull Arrival admitArrival(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> records.admit(id));
  }

  @Mutation("assignArrival")
  @Description("Gives everybody of an arrival whom nobody looks after to one employee.")
  public @NonNull Arrival assignArrival(
      @NonNull @Id @Name("arrivalId") String arrivalId,
      @NonNull @Name("employeeNo") String employeeNo) {
    return neighbours.ask(() -> records.assign(arrivalId, Map.of("employeeNo", employeeNo)));
  }

  @Mutation("issueTransferReceipt")
  @Description("Compares item by item in both directions and signs the receipt, once.")
  public @NonNull SignedReceipt issueTransferReceipt(
      @NonNull @Id @Name("arrivalId") String arrivalId) {
    return neighbours.ask(() -> records.receipt(arrivalId));
  }
}
