package org.shouxin.records.notification;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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

/** audit-service's orders to tell persons about incidents; called with this service's own token. */
@RegisterRestClient(configKey = "audit-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1/notice-orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface NoticeOrderApi {

  @POST
  @Path("/claims")
  List<Order> claim(Claim claim);

  @POST
  @Path("/outcomes")
  void report(Outcomes outcomes);

  /** How many orders are taken on. */
  record Claim(int most) {}

  /** An order to send one person a notice. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Order(
      String orderId, String controllerId, String customerId, String bodyZh, String bodyEn) {}

  /** How a try ended. */
  record OutcomeReport(String orderId, String controllerId, Outcome outcome) {}

  /** Outcomes of a round. */
  record Outcomes(List<OutcomeReport> outcomes) {}
}
