package org.shouxin.gateway.portal;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.consent.PrivacyNotice;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** What consent-service tells a person; only {@link ToldApi} calls it. */
@RegisterRestClient(configKey = "consent-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface ToldEndpoint {

  @GET
  @Path("/purposes")
  List<Purpose> purposes();

  @GET
  @Path("/recipients")
  List<Recipient> recipients();

  @GET
  @Path("/notices/{id}/versions")
  List<PrivacyNotice> versions(
      @PathParam("id") String noticeId, @QueryParam("language") String language);

  @GET
  @Path("/notices/{id}/changes")
  List<NoticeChange> changes(
      @PathParam("id") String noticeId,
      @QueryParam("from") int from,
      @QueryParam("to") int to,
      @QueryParam("language") String language);

  @GET
  @Path("/receipts/keys")
  @Produces("application/jwk-set+json")
  String receiptKeys();

  @POST
  @Path("/notices/to-read")
  List<NoticeToRead> toRead(Reader reader);

  @POST
  @Path("/notices/presentations")
  Presented present(Presentation shown);

  /** A version of a notice, shown to a person in the portal. */
  record Presentation(
      String customerId, String noticeId, int noticeVersion, String language, String channel) {}

  /** Who reads, in which language. */
  record Reader(String customerId, String language) {}

  /** The presentation as stored. */
  record Presented(String id) {}
}
