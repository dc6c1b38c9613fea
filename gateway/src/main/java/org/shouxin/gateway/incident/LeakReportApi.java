package org.shouxin.gateway.incident;

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
import org.shouxin.gateway.records.CaseTexts;

/** Telling us of a leak, and being told of one. */
@GraphQLApi
@ApplicationScoped
public class LeakReportApi {
  private final IncidentEndpoint audit;
  private final CaseTexts texts;
  private final Neighbours neighbours;

  @Inject
  LeakReportApi(@RestClient IncidentEndpoint audit, CaseTexts texts, Neighbours neighbours) {
    this.audit = audit;
    this.texts = texts;
    this.neighbours = neighbours;
  }

  @Mutation("fileLeakReport")
  @Description("Reports that somebody knew the person's data; what was said is sealed first.")
  public @NonNull LeakReportReceipt fileLeakReport(
      @NonNull @Name("input") FileLeakReportInput input) {
    String textId = texts.seal(input.customerId(), null, input.detail());
    return neighbours.ask(() ->
        audit.report(
            new IncidentEndpoint.Filing(
                input.customerId(), textId, input.knownFields(), input.contactedAt())));
  }

  @Query("leakReports")
  @Description("The 100 newest reports of a leak with their clues, for those who investigate.")
  public @NonNull List<@NonNull LeakReport> leakReports() {
    return neighbours.ask(audit::reports);
  }

  @Query("leakReport")
  @Description("A report of a leak with its clue.")
  public @NonNull LeakReport leakReport(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> audit.report(id));
  }

  @Query("ownIncidentNotices")
  @Description("Notices of incidents to the caller; being shown one is its delivery.")
  public @NonNull List<@NonNull OwnIncidentNotice> ownIncidentNotices(
      @NonNull @Name("language") String language) {
    return neighbours.ask(() -> audit.mine(new IncidentEndpoint.InLanguage(language)));
  }
}
