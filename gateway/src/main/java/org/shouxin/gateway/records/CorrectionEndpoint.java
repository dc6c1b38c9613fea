package org.shouxin.gateway.records;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Codes and notices of corrections at records-service; only {@link CorrectionsApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface CorrectionEndpoint {

  @POST
  @Path("/corrections/codes")
  CodeSent sendCode(NewMobile request);

  @GET
  @Path("/correction-notices")
  List<CorrectionNotice> notices(@QueryParam("open") boolean open);

  @POST
  @Path("/correction-notices/{id}/acknowledgement")
  CorrectionNotice acknowledge(@PathParam("id") String id);

  @GET
  @Path("/correction-notices/clocks")
  List<CorrectionClock> clocks(@QueryParam("overdue") boolean overdue);

  /** The number to prove. */
  record NewMobile(String mobile) {
    @Override
    public String toString() {
      return "NewMobile[redacted]";
    }
  }
}
