package org.shouxin.gateway.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** The course of a transfer at the seller, from the opening to the cut-over. */
@GraphQLApi
@ApplicationScoped
public class TransferApi {
  private final TransferEndpoint records;
  private final BackupEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  TransferApi(
      @RestClient TransferEndpoint records,
      @RestClient BackupEndpoint audit,
      Neighbours neighbours) {
    this.records = records;
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("transfers")
  @Description("The controller's 50 newest transfers.")
  public @NonNull List<@NonNull Transfer> transfers() {
    return neighbours.ask(records::list);
  }

  @Query("transfer")
  @Description("A transfer with the gates of its stage.")
  public @NonNull Transfer transfer(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> records.get(id));
  }

  @Query("transferRehearsal")
  @Description("What the cut-over would do if it began now; changes nothing.")
  public @NonNull TransferRehearsal transferRehearsal(
      @NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> records.rehearse(transferId));
  }

  @Query("verifiedBackups")
  @Description(
      "Backups that a restore drill verified, newest first: the evidence for BACKUP_VERIFIED.")
  public @NonNull List<@NonNull VerifiedBackup> verifiedBackups() {
    List<VerifiedBackup> verified = new ArrayList<>();
    for (BackupEndpoint.Drill drill : neighbours.ask(audit::list)) {
      String event = drill.verifiedEventId();
      String at = drill.recordsBackedUpAt();
      if (event != null && at != null) {
        verified.add(new VerifiedBackup(event, drill.recordsBackup(), at));
      }
    }
    return verified;
  }

  @Mutation("recordTransferEvidence")
  @Description("Records evidence or an approval for a gate of the present stage.")
  public @NonNull Transfer recordTransferEvidence(
      @NonNull @Id @Name("transferId") String transferId,
      @NonNull @Name("gate") String gate,
      @NonNull @Name("reference") String reference) {
    return neighbours.ask(
        () -> records.evidence(transferId, Map.of("gate", gate, "reference", reference)));
  }

  @Mutation("publishTransferNotice")
  @Description("Publishes the notice of PIPL 22 in one language; incomplete ones are refused.")
  public @NonNull Transfer publishTransferNotice(
      @NonNull @Name("input") PublishTransferNoticeInput input) {
    Map<String, String> items = new TreeMap<>();
    input.items().forEach(item -> items.put(item.code(), item.text()));
    return neighbours.ask(() ->
        records.notice(input.transferId(), new TransferEndpoint.Draft(input.language(), items)));
  }

  @Mutation("recordTransferDeliveries")
  @Description("Records outcomes of notice deliveries; how many.")
  public int recordTransferDeliveries(
      @NonNull @Id @Name("transferId") String transferId,
      @NonNull @Name("outcomes") List<@NonNull DeliveryInput> outcomes) {
    return neighbours.ask(() -> {
      records.deliveries(transferId, new TransferEndpoint.Deliveries(outcomes));
      return outcomes.size();
    });
  }
}
