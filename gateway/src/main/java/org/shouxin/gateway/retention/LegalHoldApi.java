package org.shouxin.gateway.retention;

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

/** Legal holds: two people place, two people release. */
@GraphQLApi
@ApplicationScoped
public class LegalHoldApi {
  private final RetentionEndpoint audit;
  private final Neighbours neighbours;

  @Inject
  LegalHoldApi(@RestClient RetentionEndpoint audit, Neighbours neighbours) {
    this.audit = audit;
    this.neighbours = neighbours;
  }

  @Query("legalHolds")
  @Description("The 100 newest legal holds.")
  public @NonNull List<@NonNull LegalHold> legalHolds() {
    return neighbours.ask(audit::holds);
  }

  @Query("retentionOf")
  @Description(
      "What is kept of a person until when: for compliance, supervisors and auditors, and for the"
          + " person herself.")
  public @NonNull List<@NonNull KeptRecord> retentionOf(
      @NonNull @Id @Name("customerId") String customerId) {
    return neighbours.ask(() -> audit.ofCustomer(new RetentionEndpoint.Question(customerId)));
  }

  @Query("retentionRuns")
  @Description("Progress of the daily retention job, the newest 31 days.")
  public @NonNull List<@NonNull RetentionRun> retentionRuns() {
    return neighbours.ask(audit::runs);
  }

  @Mutation("placeLegalHold")
  @Description("Places a hold on a person, policy, case or query; in force once another approves.")
  public @NonNull LegalHold placeLegalHold(@NonNull @Name("input") PlaceLegalHoldInput input) {
    return neighbours.ask(
        () -> audit.place(new RetentionEndpoint.Placing(input.scope(), input.reason())));
  }

  @Mutation("approveLegalHold")
  @Description("Brings a hold into force: another person than placed it.")
  public @NonNull LegalHold approveLegalHold(@NonNull @Id @Name("holdId") String holdId) {
    return step(holdId, "approval", "");
  }

  @Mutation("proposeLegalHoldRelease")
  @Description("Proposes the end of a hold, which stays in force until another person agrees.")
  public @NonNull LegalHold proposeLegalHoldRelease(
      @NonNull @Id @Name("holdId") String holdId, @NonNull @Name("reason") String reason) {
    return step(holdId, "release-proposal", reason);
  }

  @Mutation("releaseLegalHold")
  @Description("Ends a hold: another person than proposed it.")
  public @NonNull LegalHold releaseLegalHold(@NonNull @Id @Name("holdId") String holdId) {
    return step(holdId, "release", "");
  }

  private LegalHold step(String hold, String step, String reason) {
    return neighbours.ask(() -> audit.step(hold, step, new RetentionEndpoint.Reason(reason)));
  }
}
