package org.shouxin.gateway.incident;

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
import org.shouxin.platform.problem.RemoteProblems;

/** Incidents at audit-service; only this package calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface IncidentEndpoint {

  @POST
  @Path("/leak-reports")
  LeakReportReceipt report(Filing filing);

  @GET
  @Path("/leak-reports")
  List<LeakReport> reports();

  @POST
  @Path("/incident-notices/mine")
  List<OwnIncidentNotice> mine(InLanguage question);

  @POST
  @Path("/incidents")
  Incident open(OpenIncidentInput opening);

  @GET
  @Path("/incidents")
  List<Incident> incidents();

  @GET
  @Path("/incidents/{id}")
  Incident incident(@PathParam("id") String id);

  @GET
  @Path("/incidents/{id}/draft")
  Texts draft(@PathParam("id") String id);

  @POST
  @Path("/incidents/{id}/{step}")
  Incident step(@PathParam("id") String id, @PathParam("step") String step, Object body);

  @POST
  @Path("/incidents/{id}/no-notice/approval")
  Incident approveNoNotice(@PathParam("id") String id);

  @POST
  @Path("/incidents/{id}/affected/{version}/freezing")
  Incident freeze(@PathParam("id") String id, @PathParam("version") int version);

  @POST
  @Path("/incidents/{id}/affected/{version}/recomputation")
  AffectedDifference recompute(@PathParam("id") String id, @PathParam("version") int version);

  @POST
  @Path("/incidents/{id}/affected/{version}/persons")
  List<AffectedPerson> persons(
      @PathParam("id") String id, @PathParam("version") int version, PersonPage page);

  @GET
  @Path("/leak-reports/{id}")
  LeakReport report(@PathParam("id") String id);

  /** Which persons of a list. */
  record PersonPage(int first, @Nullable String after) {}

  /** What a caller knew; the text is sealed. */
  record Filing(String customerId, String textId, List<String> knownFields, String contactedAt) {}

  /** The language of an answer. */
  record InLanguage(String language) {}

  /** Items of PIPL 57 by language, then by item. */
  record Texts(Map<String, Map<String, String>> items) {}

  /** A report with its receipt number. */
  record Report(String kind, Map<String, Map<String, String>> items, String submission) {}

  /** The severity wizard's answers. */
  record Wizard(int persons, boolean sensitive, boolean published, boolean minors) {}

  /** The review. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Review(String reportSha256, String lessons, @Nullable String breachExplanation) {}
}
