package org.shouxin.gateway.people;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service behind {@link StaffApi}. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface StaffEndpoint {

  @GET
  @Path("/staff-changes")
  List<StaffChange> staffChanges();

  @GET
  @Path("/staff-changes/account-tasks")
  List<AccountTask> accountTasks();

  @POST
  @Path("/staff-changes")
  StaffChange proposeStaffChange(StaffChangeInput input);

  @POST
  @Path("/staff-changes/file")
  @Consumes("text/csv")
  List<StaffChange> proposeStaffFile(String csv);

  @POST
  @Path("/staff-changes/{changeId}/approval")
  StaffChange approveStaffChange(@PathParam("changeId") String changeId);

  @POST
  @Path("/staff-changes/{changeId}/registration-cancellation")
  StaffChange recordRegistrationCancelled(@PathParam("changeId") String changeId, Evidence body);

  @GET
  @Path("/rights-reviews")
  List<RightsReview> rightsReviews();

  @GET
  @Path("/rights-reviews/{reviewId}/items")
  List<ReviewedRight> reviewedRights(@PathParam("reviewId") String reviewId);

  @POST
  @Path("/rights-reviews")
  RightsReview openRightsReview();

  @POST
  @Path("/rights-reviews/items/{rightId}/decision")
  ReviewedRight decideRight(@PathParam("rightId") String rightId, Decision body);

  /** The body of it. */
  record Decision(Boolean confirmed) {}

  /** The body of it. */
  record Evidence(String evidence) {}
}
