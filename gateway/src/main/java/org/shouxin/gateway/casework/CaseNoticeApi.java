package org.shouxin.gateway.casework;

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

/** What escalates reaches whom it is for, and stays until it is seen (R-CP-01). */
@GraphQLApi
@ApplicationScoped
public class CaseNoticeApi {
  private final CaseworkEndpoint consent;
  private final Neighbours neighbours;

  @Inject
  CaseNoticeApi(@RestClient CaseworkEndpoint consent, Neighbours neighbours) {
    this.consent = consent;
    this.neighbours = neighbours;
  }

  @Query("caseNotices")
  @Description("Late and major cases of the caller's functions that nobody has seen, newest first.")
  public @NonNull List<@NonNull CaseNotice> caseNotices() {
    return neighbours.ask(consent::notices);
  }

  @Mutation("acknowledgeCaseNotice")
  @Description("The caller has seen a notice; it leaves the queue of everybody in its function.")
  public @NonNull @Id String acknowledgeCaseNotice(@NonNull @Id @Name("noticeId") String noticeId) {
    return neighbours.ask(() -> {
      consent.acknowledge(noticeId);
      return noticeId;
    });
  }
}
