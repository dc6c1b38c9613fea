package org.shouxin.gateway.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;

/**
 * The caller's own cases: complaints, rights requests, transfers of the business, and their texts.
 */
@GraphQLApi
@ApplicationScoped
public class OwnCasesApi {
  /** Newest cases shown; a person with more asks for a copy of her file. */
  private static final OwnCasesEndpoint.Newest NEWEST = new OwnCasesEndpoint.Newest(50);

  private final OwnCasesEndpoint consent;
  private final OwnRecordEndpoint records;
  private final Neighbours neighbours;

  @Inject
  OwnCasesApi(
      @RestClient OwnCasesEndpoint consent,
      @RestClient OwnRecordEndpoint records,
      Neighbours neighbours) {
    this.consent = consent;
    this.records = records;
    this.neighbours = neighbours;
  }

  @Query("ownComplaints")
  @Description("The caller's 50 newest complaints.")
  public @NonNull List<@NonNull OwnComplaint> ownComplaints() {
    return neighbours.ask(() -> consent.complaints(NEWEST)).complaints();
  }

  @Query("ownRequests")
  @Description(
      "The caller's 50 newest rights requests, with those about children whose guardian she is.")
  public @NonNull List<@NonNull OwnRequest> ownRequests() {
    return neighbours.ask(() -> consent.requests(NEWEST)).requests();
  }

  @Query("ownTransfers")
  @Description("Transfers of the business that concern the caller, with their notice.")
  public @NonNull List<@NonNull OwnTransfer> ownTransfers(
      @NonNull @Name("language") String language) {
    return neighbours.ask(() -> records.transfers(new OwnRecordEndpoint.InLanguage(language)));
  }

  @Query("caseText")
  @Description("A text of one of the caller's cases, opened.")
  public @NonNull CaseText caseText(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> records.text(new OwnRecordEndpoint.TextId(id)));
  }
}
