package org.shouxin.records.customer.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service as entering a customer sees it. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@Path("/v1/notices/presentations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface PresentationsApi {

  @POST
  @Path("/check")
  Informed check(@HeaderParam("Authorization") String authorization, Check check);

  /** Was the notice in force for one of these audiences shown to somebody? */
  record Check(String customerId, List<String> audiences) {}

  /** The answer. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Informed(boolean presented) {}
}
