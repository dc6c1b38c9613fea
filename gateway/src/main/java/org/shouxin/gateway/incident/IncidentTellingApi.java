package org.shouxin.gateway.incident;

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

/** Telling authorities and persons of an incident (PIPL 57). */
@GraphQLApi
@ApplicationScoped
public class IncidentTellingApi {
  private final IncidentEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  IncidentTellingApi(@RestClient IncidentEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("incidentDraft")
  @Description("The items of PIPL 57 in both languages, as far as the log knows them.")
  public @NonNull List<@NonNull IncidentTexts> incidentDraft(
      @NonNull @Id @Name("incidentId") String incidentId) {
    return PiplItems.shown(neighbours.ask(() -> audit.draft(incidentId)).items());
  }

  @Mutation("submitIncidentReport")
  @Description("Records a report that was submitted to an authority and stops its clock.")
  public @NonNull Incident submitIncidentReport(
      @NonNull @Name("input") SubmitIncidentReportInput input) {
    return step(
        input.incidentId(),
        "reports",
        new IncidentEndpoint.Report(input.kind(), PiplItems.of(input.texts()), input.submission()));
  }

  @Mutation("issueIncidentNotice")
  @Description("Issues the notice to everybody of the frozen list, or names the missing items.")
  public @NonNull Incident issueIncidentNotice(
      @NonNull @Name("input") IssueIncidentNoticeInput input) {
    return step(
        input.incidentId(), "notices", new IncidentEndpoint.Texts(PiplItems.of(input.texts())));
  }

  @Mutation("proposeNoNotice")
  @Description("Proposes not to notify persons one by one; another officer approves.")
  public @NonNull Incident proposeNoNotice(
      @NonNull @Id @Name("incidentId") String incidentId, @NonNull @Name("reason") String reason) {
    return step(incidentId, "no-notice", Map.of("reason", reason));
  }

  @Mutation("approveNoNotice")
  @Description("Approves another compliance officer's proposal not to notify.")
  public @NonNull Incident approveNoNotice(@NonNull @Id @Name("incidentId") String incidentId) {
    return neighbours.ask(() -> audit.approveNoNotice(incidentId));
  }

  @Mutation("decideUndelivered")
  @Description("Decides what stands in for notices that reached nobody.")
  public @NonNull Incident decideUndelivered(
      @NonNull @Id @Name("incidentId") String incidentId,
      @NonNull @Name("substitute") String substitute,
      @NonNull @Name("reason") String reason) {
    return step(
        incidentId, "undelivered-decision", Map.of("substitute", substitute, "reason", reason));
  }

  @Mutation("settleIncidentNotices")
  @Description("Says that everybody is notified, or fails naming what is still open.")
  public @NonNull Incident settleIncidentNotices(
      @NonNull @Id @Name("incidentId") String incidentId) {
    return step(incidentId, "notification", Map.of());
  }

  private Incident step(String incident, String step, Object body) {
    return neighbours.ask(() -> audit.step(incident, step, body));
  }
}
