package org.shouxin.gateway.consent;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/**
 * consent-service over REST, as contracts/consent-service says; only {@link ConsentService} calls
 * it.
 */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
public interface ConsentEndpoint {

  @GET
  @Path("/notices/current")
  PrivacyNotice currentNotice(
      @QueryParam("audience") String audience, @QueryParam("language") String language);

  @GET
  @Path("/consent-texts")
  ConsentText consentText(
      @QueryParam("purpose") String purpose,
      @QueryParam("recipientId") @Nullable String recipientId,
      @QueryParam("language") String language);

  @POST
  @Path("/consent-records")
  ConsentRecord give(GiveConsentInput request);

  @POST
  @Path("/consent-records/refusals")
  ConsentRecord refuse(GiveConsentInput request);

  @GET
  @Path("/guardianships/wards")
  List<Ward> wards();

  @GET
  @Path("/stop-orders")
  List<StopOrder> stopOrders(@QueryParam("open") boolean open);

  @POST
  @Path("/stop-orders/{id}/acknowledgement")
  StopOrder acknowledge(@PathParam("id") String id);

  @POST
  @Path("/consent-records/{id}/withdrawal")
  ConsentRecord withdraw(@PathParam("id") String id);

  @POST
  @Path("/consent-records/withdrawals")
  ConsentRecord withdraw(PurposeWithdrawal withdrawal);

  @POST
  @Path("/consent-records/query")
  Map<String, List<ConsentRecord>> query(People people);

  @POST
  @Path("/rights-requests")
  RightsRequest fileRightsRequest(RightsFiling request);

  @POST
  @Path("/complaints")
  Complaint fileComplaint(ComplaintFiling request);

  /** Which consent ends, for a person who does not know its record. */
  record PurposeWithdrawal(
      String purpose, @Nullable String recipientId, @Nullable String customerId) {}

  /** A rights request; its text, if any, is sealed in records-service. */
  record RightsFiling(String customerId, String type, @Nullable String textId) {}

  /** A complaint; its text is sealed in records-service. */
  record ComplaintFiling(String customerId, String textId) {}

  /** One to fifty customers. */
  record People(List<String> customerIds) {}
}
