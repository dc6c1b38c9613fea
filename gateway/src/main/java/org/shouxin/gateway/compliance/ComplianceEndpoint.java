package org.shouxin.gateway.compliance;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.consent.ConsentRecord;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.gateway.portal.Recipient;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service behind this package. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface ComplianceEndpoint {

  @POST
  @Path("/consent-records/search")
  FoundPage search(Criteria criteria);

  @POST
  @Path("/consent-records/requests")
  ConsentRecord request(ConsentRequestInput request);

  @POST
  @Path("/consent-records/{id}/revocation")
  ConsentRecord revoke(@PathParam("id") String id, Reason reason);

  @GET
  @Path("/permission/decisions/{id}")
  DecisionExplanation decision(@PathParam("id") String id);

  @GET
  @Path("/processing-activities")
  List<ProcessingActivity> activities();

  @GET
  @Path("/processing-activities/document")
  @Produces("text/markdown")
  String register(@QueryParam("language") String language);

  @POST
  @Path("/processing-activities")
  ProcessingActivity propose(ProcessingActivityInput proposal);

  @POST
  @Path("/processing-activities/{code}/versions/{version}/approval")
  ProcessingActivity approve(
      @PathParam("code") String code, @PathParam("version") int version, Review review);

  @POST
  @Path("/processing-activities/{code}/versions/{version}/rejection")
  ProcessingActivity reject(
      @PathParam("code") String code, @PathParam("version") int version, Review review);

  @PUT
  @Path("/recipients/{id}")
  Recipient register(@PathParam("id") String id, RecipientInput profile);

  @POST
  @Path("/recipients/{id}/suspension")
  Recipient suspend(@PathParam("id") String id, Reason reason);

  @POST
  @Path("/recipients/{id}/reinstatement")
  Recipient reinstate(@PathParam("id") String id);

  @PUT
  @Path("/stop-orders/webhooks/{id}")
  WebhookRegistration webhook(@PathParam("id") String recipientId, Address address);

  @POST
  @Path("/notices")
  PublishedNotice publish(NoticeInput notice);

  @GET
  @Path("/notices/insured/uninformed")
  List<UninformedPerson> uninformed();

  @POST
  @Path("/guardianships/query")
  List<Guardianship> guardianships(OfChild child);

  @POST
  @Path("/guardianships")
  Guardianship verify(GuardianshipInput claim);

  @POST
  @Path("/guardianships/{id}/end")
  Guardianship end(@PathParam("id") String id);

  /** What is looked for, and where the page begins. */
  record Criteria(
      @Nullable String purpose,
      @Nullable String recipientId,
      @Nullable Integer noticeVersion,
      @Nullable String customerId,
      @Nullable String state,
      int first,
      @Nullable String after) {
    static Criteria of(ConsentSearchInput input, int first, @Nullable String after) {
      return new Criteria(
          input.purpose(),
          input.recipientId(),
          input.noticeVersion(),
          input.customerId(),
          input.state(),
          first,
          after);
    }
  }

  /** A page of what was found. */
  record FoundPage(List<FoundConsent> records, List<String> cursors, boolean hasNextPage) {}

  /** Why, as a code. */
  record Reason(String reason) {}

  /** What the second officer thinks of it. */
  record Review(String opinion, @Nullable AssessmentInput pipia) {}

  /** Where calls go. */
  record Address(String url) {}

  /** Whose guardians. */
  record OfChild(String childId) {}
}
