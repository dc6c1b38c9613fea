package org.shouxin.gateway.transfer;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.gateway.records.Transfer;
import org.shouxin.platform.problem.RemoteProblems;

/** Transfers at records-service, for the seller; only this package calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/transfers")
@Consumes(MediaType.APPLICATION_JSON)
interface TransferEndpoint {

  @GET
  List<Transfer> list();

  @GET
  @Path("/{id}")
  Transfer get(@PathParam("id") String id);

  @GET
  @Path("/{id}/rehearsal")
  TransferRehearsal rehearse(@PathParam("id") String id);

  @POST
  @Path("/{id}/evidence")
  Transfer evidence(@PathParam("id") String id, Map<String, String> body);

  @POST
  @Path("/{id}/notice")
  Transfer notice(@PathParam("id") String id, Draft draft);

  @POST
  @Path("/{id}/deliveries")
  void deliveries(@PathParam("id") String id, Deliveries deliveries);

  @POST
  @Path("/{id}/receiver")
  Transfer receiver(@PathParam("id") String id, Naming naming);

  @POST
  @Path("/{id}/package")
  PackageProgress pack(@PathParam("id") String id);

  @POST
  @Path("/{id}/package/handover")
  SignedManifest handOver(@PathParam("id") String id);

  @POST
  @Path("/{id}/receipt")
  Transfer receipt(@PathParam("id") String id, Map<String, String> body);

  @POST
  @Path("/{id}/leftovers")
  Open leftover(@PathParam("id") String id, Map<String, String> body);

  @GET
  @Path("/{id}/leftovers")
  TransferLeftovers leftovers(@PathParam("id") String id);

  @POST
  @Path("/{id}/dossier")
  TransferDossier issueDossier(@PathParam("id") String id);

  @GET
  @Path("/{id}/dossier")
  TransferDossier dossier(@PathParam("id") String id);

  @GET
  @Path("/{id}/dossier/document")
  @Produces("application/pdf")
  byte[] dossierDocument(@PathParam("id") String id, @QueryParam("language") String language);

  @POST
  @Path("/{id}/room")
  DataRoom openRoom(@PathParam("id") String id, Room room);

  @POST
  @Path("/{id}/room/notes")
  void note(@PathParam("id") String id, Map<String, String> body);

  @GET
  @Path("/{id}/room/views")
  List<DataRoomView> views(@PathParam("id") String id);

  /** The notice in one language. */
  record Draft(String language, Map<String, String> items) {}

  /** Outcomes of deliveries. */
  record Deliveries(List<DeliveryInput> outcomes) {}

  /** The receiver's keys. */
  record Naming(PublicKeyInput receivingKey, PublicKeyInput signingKey) {}

  /** Classes about which nothing is decided yet. */
  record Open(List<String> open) {}

  /** A room to open. */
  record Room(String agreementSha256, String endsOn, List<String> viewers) {}
}
