package org.shouxin.gateway.casework;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.gateway.portal.ComplaintCase;
import org.shouxin.gateway.portal.RequestCase;
import org.shouxin.platform.problem.RemoteProblems;

/** The cases at consent-service; only this package calls it. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface CaseworkEndpoint {
  Map<String, String> NOTHING = Map.of();

  @GET
  @Path("/complaints/{id}")
  ComplaintCase complaint(@PathParam("id") String id);

  @POST
  @Path("/complaints/{id}/assignment")
  ComplaintCase assign(@PathParam("id") String id, Assignment assignment);

  @POST
  @Path("/complaints/{id}/response")
  ComplaintCase respond(@PathParam("id") String id, Text text);

  @POST
  @Path("/complaints/{id}/decision")
  ComplaintCase decide(@PathParam("id") String id, Text text);

  @POST
  @Path("/complaints/{id}/extension")
  ComplaintCase extend(@PathParam("id") String id, Text text);

  @POST
  @Path("/complaints/{id}/extension/approval")
  ComplaintCase approveExtension(@PathParam("id") String id, Map<String, String> none);

  @POST
  @Path("/complaints/{id}/promises")
  ComplaintCase promise(@PathParam("id") String id, Promise promise);

  @POST
  @Path("/complaints/{id}/promises/{promise}/keeping")
  ComplaintCase keep(
      @PathParam("id") String id, @PathParam("promise") String promise, Map<String, String> none);

  @POST
  @Path("/complaints/{id}/closing")
  ComplaintCase close(@PathParam("id") String id, Map<String, String> none);

  @GET
  @Path("/rights-requests/{id}")
  RequestCase request(@PathParam("id") String id);

  @POST
  @Path("/rights-requests/{id}/waiting")
  RequestCase pause(@PathParam("id") String id, Map<String, String> none);

  @POST
  @Path("/rights-requests/{id}/resumption")
  RequestCase resume(@PathParam("id") String id, Map<String, String> none);

  @POST
  @Path("/rights-requests/{id}/answer")
  RequestCase answer(@PathParam("id") String id, Text text);

  @POST
  @Path("/rights-requests/{id}/refusal")
  RequestCase refuse(@PathParam("id") String id, Refusal refusal);

  @POST
  @Path("/complaints/{id}/check")
  void checkComplaint(@PathParam("id") String id, Meant meant);

  @POST
  @Path("/complaints/{id}/plan")
  ComplaintCase startPlan(@PathParam("id") String id, Plan plan);

  @POST
  @Path("/rights-requests/{id}/check")
  void checkRequest(@PathParam("id") String id, Meant meant);

  @POST
  @Path("/rights-requests/intake")
  RequestCase recordRequest(Recorded recorded);

  @POST
  @Path("/rights-requests/intake/check")
  void checkIntake(Recorded recorded);

  @POST
  @Path("/rights-requests/{id}/identity-check")
  RequestCase checkIdentity(@PathParam("id") String id, Identity identity);

  @GET
  @Path("/case-notices")
  List<CaseNotice> notices();

  @POST
  @Path("/case-notices/{id}/acknowledgement")
  void acknowledge(@PathParam("id") String id);

  /** The step that is about to be taken, with the code of a refusal. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Meant(String kind, @Nullable String reasonCode) {}

  /** What staff recorded for a person; its words are sealed once it is known to be allowed. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Recorded(
      String customerId,
      String type,
      String channel,
      @Nullable String textId,
      @Nullable Identity identity,
      @Nullable String guardianId) {}

  /** How staff know who asks. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Identity(String proof, @Nullable String reference) {}

  /** How a major complaint is to be settled. */
  record Plan(String route) {}

  /** Whom a complaint is given to, whom it is about, and what is at stake. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assignment(String employeeNo, @Nullable List<String> concerned, @Nullable Stakes stakes) {}

  /** What is at stake. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Stakes(
      @Nullable Integer amount, @Nullable Integer people, boolean media, boolean dataLeak) {}

  /** A sealed text by its id. */
  record Text(String textId) {}

  /** By when it is kept. */
  record Promise(String dueOn) {}

  /** A refusal's reason and its sealed words. */
  record Refusal(String reasonCode, String textId) {}
}
