package org.shouxin.gateway.people;

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

/** Joiner, mover, leaver and the entitlement review (R-AC-03, R-AC-04). */
@GraphQLApi
@ApplicationScoped
public class StaffApi {
  private final StaffEndpoint staff;
  private final Neighbours neighbours;

  @Inject
  StaffApi(@RestClient StaffEndpoint staff, Neighbours neighbours) {
    this.staff = staff;
    this.neighbours = neighbours;
  }

  @Query("staffChanges")
  @Description("Joiners, movers and leavers, newest first.")
  public @NonNull List<@NonNull StaffChange> staffChanges() {
    return neighbours.ask(() -> staff.staffChanges());
  }

  @Query("accountTasks")
  @Description("What the identity provider was told and has to be told, newest first.")
  public @NonNull List<@NonNull AccountTask> accountTasks() {
    return neighbours.ask(() -> staff.accountTasks());
  }

  @Mutation("proposeStaffChange")
  @Description("Proposes a joiner, mover or leaver (BANNED_PERSON, SUCCESSOR_REQUIRED).")
  public @NonNull StaffChange proposeStaffChange(@NonNull @Name("input") StaffChangeInput input) {
    return neighbours.ask(() -> staff.proposeStaffChange(input));
  }

  @Mutation("proposeStaffFile")
  @Description("Proposes every line of HR's file (CSV); each is checked before the first.")
  public @NonNull List<@NonNull StaffChange> proposeStaffFile(@NonNull @Name("csv") String csv) {
    return neighbours.ask(() -> staff.proposeStaffFile(csv));
  }

  @Mutation("approveStaffChange")
  @Description("Approves a change of another's; rights change at once.")
  public @NonNull StaffChange approveStaffChange(@NonNull @Id @Name("changeId") String changeId) {
    return neighbours.ask(() -> staff.approveStaffChange(changeId));
  }

  @Mutation("recordRegistrationCancelled")
  @Description("Records that a leaver's practice registration is cancelled (K-18).")
  public @NonNull StaffChange recordRegistrationCancelled(
      @NonNull @Id @Name("changeId") String changeId, @NonNull @Name("evidence") String evidence) {
    return neighbours.ask(
        () -> staff.recordRegistrationCancelled(changeId, new StaffEndpoint.Evidence(evidence)));
  }

  @Query("rightsReviews")
  @Description("Entitlement reviews, newest first.")
  public @NonNull List<@NonNull RightsReview> rightsReviews() {
    return neighbours.ask(() -> staff.rightsReviews());
  }

  @Query("reviewedRights")
  @Description("Rights of a review that the caller may see.")
  public @NonNull List<@NonNull ReviewedRight> reviewedRights(
      @NonNull @Id @Name("reviewId") String reviewId) {
    return neighbours.ask(() -> staff.reviewedRights(reviewId));
  }

  @Mutation("openRightsReview")
  @Description("Opens a review of every right; unanswered ones are suspended in 14 days.")
  public @NonNull RightsReview openRightsReview() {
    return neighbours.ask(() -> staff.openRightsReview());
  }

  @Mutation("decideRight")
  @Description("Confirms or revokes a right of somebody else.")
  public @NonNull ReviewedRight decideRight(
      @NonNull @Id @Name("rightId") String rightId, @NonNull @Name("confirmed") Boolean confirmed) {
    return neighbours.ask(() -> staff.decideRight(rightId, new StaffEndpoint.Decision(confirmed)));
  }
}
