package org.shouxin.gateway.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** audit-service over REST, as contracts/audit-service says; only {@link AuditService} calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface AuditEndpoint {

  @POST
  @Path("/access-history")
  Page accessHistory(History request);

  @POST
  @Path("/access-search")
  Page accessSearch(Search request);

  @GET
  @Path("/proofs/inclusion/{eventId}")
  InclusionProof inclusionProof(@PathParam("eventId") String eventId);

  @GET
  @Path("/transfer-stories/{transferId}")
  List<Step> transferStory(@PathParam("transferId") String transferId);

  @POST
  @Path("/traces")
  LeakTrace trace(Sample request);

  @GET
  @Path("/traces/{id}")
  LeakTrace trace(@PathParam("id") String id);

  /** One event about the caller in a transfer. */
  record Step(
      String type,
      String eventId,
      String occurredAt,
      String actorKind,
      String actorId,
      @Nullable String organization,
      @Nullable String purpose,
      @Nullable List<String> fields,
      boolean permitted,
      @Nullable String decisionId,
      @Nullable String logIndex) {
    OwnTransferStep shown() {
      return new OwnTransferStep(
          type,
          new AccessEvent(
              eventId,
              occurredAt,
              actorKind,
              actorId,
              organization,
              purpose == null ? "" : purpose,
              fields == null ? List.of() : fields,
              permitted,
              decisionId,
              logIndex,
              null));
    }
  }

  /** Customer ids of a leak; {@code leakedBefore} is when it surfaced, RFC 3339. */
  record Sample(
      List<String> leakedIds,
      @Nullable String leakedBefore,
      @Nullable List<String> knownFields,
      @Nullable List<String> markedExports) {}

  /** The accesses to one person's data. */
  record History(String subjectRef, int first, @Nullable String after, boolean providedOnly) {}

  /** The accesses of one employee that pass the filter. */
  record Search(
      String actorKind,
      String actorId,
      @Nullable String purpose,
      @Nullable Boolean permitted,
      @Nullable String from,
      @Nullable String until,
      int first,
      @Nullable String after) {}

  /** {@code cursors} has one for each event, in order. */
  record Page(List<AccessEvent> events, List<String> cursors, boolean hasNextPage) {}
}
