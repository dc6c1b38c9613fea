package org.shouxin.gateway.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;

/** Incidents from the opening to the end: compliance officers act, supervisor and auditor read. */
@GraphQLApi
@ApplicationScoped
public class IncidentApi {
  private final IncidentEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  IncidentApi(@RestClient IncidentEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("incidents")
  @Description("The 50 newest incidents.")
  public @NonNull List<@NonNull Incident> incidents() {
    return neighbours.ask(audit::incidents);
  }

  @Query("incident")
  @Description("An incident with its clocks, reports and notices.")
  public @NonNull Incident incident(@NonNull @Id @Name("id") String id) {
    return neighbours.ask(() -> audit.incident(id));
  }

  @Query("affectedPersons")
  @Description(
      "Persons of a list by pseudonym, 1000 a page at most; after is the last one seen. The read is"
          + " recorded.")
  public @NonNull List<@NonNull AffectedPerson> affectedPersons(
      @NonNull @Id @Name("incidentId") String incidentId,
      @Name("version") int version,
      @DefaultValue("100") @Name("first") @Nullable Integer first,
      @Id @Name("after") @Nullable String after) {
    return neighbours.ask(() ->
        audit.persons(
            incidentId,
            version,
            new IncidentEndpoint.PersonPage(first == null ? 100 : first, after)));
  }

  @Mutation("openIncident")
  @Description("Opens an incident from a trace, an alert or a leak report; its clocks start.")
  public @NonNull Incident openIncident(@NonNull @Name("input") OpenIncidentInput input) {
    return neighbours.ask(() -> audit.open(input));
  }

  @Mutation("assessIncident")
  @Description("Grades an incident and says which rules decide.")
  public @NonNull Incident assessIncident(@NonNull @Name("input") AssessIncidentInput input) {
    return step(
        input.incidentId(),
        "assessment",
        new IncidentEndpoint.Wizard(
            input.persons(), input.sensitive(), input.published(), input.minors()));
  }

  @Mutation("computeAffected")
  @Description("Computes from the log whose fields were exposed: the next version of the list.")
  public @NonNull Incident computeAffected(@NonNull @Name("input") ComputeAffectedInput input) {
    return step(input.incidentId(), "affected", Map.of("exposures", input.exposures()));
  }

  @Mutation("recomputeAffected")
  @Description("Computes a list again over the log as it is now, and shows what differs.")
  public @NonNull AffectedDifference recomputeAffected(
      @NonNull @Id @Name("incidentId") String incidentId, @Name("version") int version) {
    return neighbours.ask(() -> audit.recompute(incidentId, version));
  }

  @Mutation("freezeAffected")
  @Description("Makes a version the list that notices go to.")
  public @NonNull Incident freezeAffected(
      @NonNull @Id @Name("incidentId") String incidentId, @Name("version") int version) {
    return neighbours.ask(() -> audit.freeze(incidentId, version));
  }

  @Mutation("containIncident")
  @Description("Says that the handling has ended; final reports are owed from now.")
  public @NonNull Incident containIncident(
      @NonNull @Id @Name("incidentId") String incidentId,
      @NonNull @Name("measures") String measures) {
    return step(incidentId, "containment", Map.of("measures", measures));
  }

  @Mutation("reviewIncident")
  @Description("Takes the review report.")
  public @NonNull Incident reviewIncident(@NonNull @Name("input") ReviewIncidentInput input) {
    return step(
        input.incidentId(),
        "review",
        new IncidentEndpoint.Review(
            input.reportSha256(), input.lessons(), input.breachExplanation()));
  }

  @Mutation("closeIncident")
  @Description("Closes an incident, or fails naming everything that keeps it open.")
  public @NonNull Incident closeIncident(@NonNull @Id @Name("incidentId") String incidentId) {
    return step(incidentId, "closing", Map.of());
  }

  private Incident step(String incident, String step, Object body) {
    return neighbours.ask(() -> audit.step(incident, step, body));
  }
}
