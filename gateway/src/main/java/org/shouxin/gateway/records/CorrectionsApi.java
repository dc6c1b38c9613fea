package org.shouxin.gateway.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.guard.FreshSignIn;
import org.shouxin.gateway.neighbour.Neighbours;

/** Proving a new mobile number, and telling recipients of what they were given (R-RC-03). */
@GraphQLApi
@ApplicationScoped
public class CorrectionsApi {
  private final CorrectionEndpoint corrections;
  private final Neighbours neighbours;
  private final FreshSignIn signIn;

  @Inject
  CorrectionsApi(
      @RestClient CorrectionEndpoint corrections, Neighbours neighbours, FreshSignIn signIn) {
    this.corrections = corrections;
    this.neighbours = neighbours;
    this.signIn = signIn;
  }

  @Mutation("sendMobileCode")
  @Description(
      "Sends a one-time code to the caller's new mobile number; proposeCorrection quotes it.")
  public @NonNull CodeSent sendMobileCode(@NonNull @Name("mobile") String mobile) {
    signIn.requireOfCustomers();
    return neighbours.ask(() -> corrections.sendCode(new CorrectionEndpoint.NewMobile(mobile)));
  }

  @Query("correctionNotices")
  @Description(
      "Corrections of fields that the calling partner was given; staff see those of all partners."
          + " Fetching a notice counts as its delivery.")
  public @NonNull List<@NonNull CorrectionNotice> correctionNotices(
      @DefaultValue("true") @Name("open") @NonNull Boolean open) {
    return neighbours.ask(() -> corrections.notices(open));
  }

  @Query("correctionClocks")
  @Description(
      "Clocks of corrections that have to be told (K-08), newest first; or the overdue ones.")
  public @NonNull List<@NonNull CorrectionClock> correctionClocks(
      @DefaultValue("false") @Name("overdue") @NonNull Boolean overdue) {
    return neighbours.ask(() -> corrections.clocks(overdue));
  }

  @Mutation("acknowledgeCorrection")
  @Description("The recipient's own copy is right now.")
  public @NonNull CorrectionNotice acknowledgeCorrection(
      @NonNull @Id @Name("noticeId") String noticeId) {
    return neighbours.ask(() -> corrections.acknowledge(noticeId));
  }
}
