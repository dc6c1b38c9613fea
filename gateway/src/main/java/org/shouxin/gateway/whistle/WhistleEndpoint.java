package org.shouxin.gateway.whistle;

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

/** Reports at audit-service; only {@link WhistleApi} calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/whistle")
interface WhistleEndpoint {

  @POST
  @Path("/reports")
  Filed file(Report report);

  @POST
  @Path("/status")
  WhistleStatus status(Asked asked);

  @GET
  @Path("/reports")
  List<WhistleReport> list();

  @POST
  @Path("/reports/{id}/reply")
  void reply(@PathParam("id") String id, Reply reply);

  @POST
  @Path("/handlers")
  void register(NewHandler handler);

  @POST
  @Path("/handlers/{employeeNo}/approval")
  void approve(@PathParam("employeeNo") String employeeNo, KeyNamed named);

  /** The handler's key that is meant. */
  record KeyNamed(String keyDigest) {}

  /** A report. */
  record Report(String text, boolean named) {
    @Override
    public String toString() {
      return "Report[redacted]";
    }
  }

  /** The code that is told once. */
  record Filed(String statusCode) {
    @Override
    public String toString() {
      return "Filed[redacted]";
    }
  }

  /** A code, and a further message. */
  record Asked(String statusCode, @Nullable String text) {
    @Override
    public String toString() {
      return "Asked[redacted]";
    }
  }

  /** A handler's answer. */
  record Reply(@Nullable String text, String state) {
    @Override
    public String toString() {
      return "Reply[redacted]";
    }
  }

  /** Who shall handle reports. */
  record NewHandler(String employeeNo, String publicKey) {}
}
