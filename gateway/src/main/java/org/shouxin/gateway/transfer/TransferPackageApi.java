package org.shouxin.gateway.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
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
import org.shouxin.gateway.records.Transfer;

/** A transfer's package at the seller, and what follows its handing over. */
@GraphQLApi
@ApplicationScoped
public class TransferPackageApi {
  private final TransferEndpoint records;
  private final Neighbours neighbours;

  @Inject
  TransferPackageApi(@RestClient TransferEndpoint records, Neighbours neighbours) {
    this.records = records;
    this.neighbours = neighbours;
  }

  @Mutation("nameTransferReceiver")
  @Description("Names the receiver's public keys, once; weak ones are refused.")
  public @NonNull Transfer nameTransferReceiver(@NonNull @Name("input") NameReceiverInput input) {
    return neighbours.ask(() ->
        records.receiver(
            input.transferId(),
            new TransferEndpoint.Naming(input.receivingKey(), input.signingKey())));
  }

  @Mutation("packTransfer")
  @Description("Packs on, some chunks a call, until the package is sealed.")
  public @NonNull PackageProgress packTransfer(@NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> records.pack(transferId));
  }

  @Mutation("handOverTransfer")
  @Description("Gives out the signed manifest; from then on the package's files can be fetched.")
  public @NonNull SignedManifest handOverTransfer(
      @NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> records.handOver(transferId));
  }

  @Mutation("takeTransferReceipt")
  @Description("Takes the receiver's signed receipt; it matches the manifest or is refused.")
  public @NonNull Transfer takeTransferReceipt(
      @NonNull @Id @Name("transferId") String transferId,
      @NonNull @Name("receipt") String receipt,
      @NonNull @Name("signature") String signature) {
    return neighbours.ask(
        () -> records.receipt(transferId, Map.of("receipt", receipt, "signature", signature)));
  }

  @Query("transferLeftovers")
  @Description("Decisions about the seller's copy, and the destruction plans that carry them out.")
  public @NonNull TransferLeftovers transferLeftovers(
      @NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> records.leftovers(transferId));
  }

  @Mutation("decideLeftover")
  @Description("Decides about the seller's copy of one class; the classes that are still open.")
  public @NonNull List<@NonNull String> decideLeftover(
      @NonNull @Name("input") DecideLeftoverInput input) {
    return neighbours
        .ask(() ->
            records.leftover(
                input.transferId(),
                Map.of(
                    "itemClass", input.itemClass(),
                    "decision", input.decision(),
                    "basis", input.basis())))
        .open();
  }
}
