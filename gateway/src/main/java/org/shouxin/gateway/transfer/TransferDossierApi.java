package org.shouxin.gateway.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Base64;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/** The dossier of a transfer for the regulator. */
@GraphQLApi
@ApplicationScoped
public class TransferDossierApi {
  private final TransferEndpoint records;
  private final Neighbours neighbours;

  @Inject
  TransferDossierApi(@RestClient TransferEndpoint records, Neighbours neighbours) {
    this.records = records;
    this.neighbours = neighbours;
  }

  @Mutation("issueTransferDossier")
  @Description("Issues a signed dossier of the transfer, from the cut-over on.")
  public @NonNull TransferDossier issueTransferDossier(
      @NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> records.issueDossier(transferId));
  }

  @Query("transferDossier")
  @Description("The newest dossier of the transfer, exactly as signed.")
  public @NonNull TransferDossier transferDossier(
      @NonNull @Id @Name("transferId") String transferId) {
    return neighbours.ask(() -> records.dossier(transferId));
  }

  @Query("transferDossierDocument")
  @Description("The newest dossier as a person reads it: a PDF in zh-CN or en, base64.")
  public @NonNull String transferDossierDocument(
      @NonNull @Id @Name("transferId") String transferId,
      @NonNull @Name("language") String language) {
    return Base64.getEncoder()
        .encodeToString(neighbours.ask(() -> records.dossierDocument(transferId, language)));
  }
}
