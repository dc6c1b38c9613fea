package org.shouxin.records.transfer.parcel;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service's part of packages; called with this service's own token. */
@RegisterRestClient(configKey = "consent-items")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/transfer-items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ConsentItems {
  /** The classes of items it gives, in their order. */
  List<String> CLASSES =
      List.of(
          "notice",
          "noticePresentation",
          "consentRecord",
          "consentDecision",
          "receipt",
          "stopOrder",
          "childhood",
          "guardianship",
          "complaint",
          "complaintStep",
          "rightsRequest",
          "rightsRequestStep",
          "dutyClockEvent",
          "dutyClockOpen");

  @POST
  @Path("/query")
  List<Item> give(Question question);

  @POST
  @Path("/clocks")
  Clocks clocks(Concerned people);

  @POST
  Taken take(Arriving arriving);

  /**
   * Whose items.
   *
   * @param arrived those that came with the transfer, as they came
   */
  record Question(String controllerId, String transferId, List<String> people, boolean arrived) {}

  /** Some people of a controller. */
  record Concerned(String controllerId, List<String> people) {}

  /** How many duties run for them. */
  record Clocks(long open) {}

  /** Items that arrive. */
  record Arriving(
      String controllerId,
      String fromControllerId,
      String transferId,
      List<Item> items,
      List<String> known) {}

  /** How many were new. */
  record Taken(int taken) {}
}
