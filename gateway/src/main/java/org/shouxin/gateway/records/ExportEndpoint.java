package org.shouxin.gateway.records;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** Exports at records-service; only {@link ExportsApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/exports")
interface ExportEndpoint {

  @POST
  Export request(RequestExportInput request);

  @GET
  List<Export> own();

  @GET
  @Path("/queue")
  List<Export> queue();

  @POST
  @Path("/{id}/approval")
  Export approve(@PathParam("id") String id, KeyNamed named);

  @POST
  @Path("/{id}/rejection")
  Export reject(@PathParam("id") String id);

  @POST
  @Path("/{id}/file")
  ExportFile file(@PathParam("id") String id);

  @POST
  @Path("/watermark")
  WatermarkFinding decode(LeakedSheet sheet);

  /** The receiver's key that is meant. */
  record KeyNamed(String keyDigest) {}

  /** A leaked sheet as CSV text. */
  record LeakedSheet(String sheet) {
    @Override
    public String toString() {
      return "LeakedSheet[redacted]";
    }
  }
}
