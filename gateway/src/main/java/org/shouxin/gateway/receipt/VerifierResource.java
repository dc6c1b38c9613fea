package org.shouxin.gateway.receipt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.gateway.neighbour.Neighbours;

/**
 * What anybody needs to verify a receipt, at addresses that stay: the page {@code /verify/}
 * (static), the same page as one file, and the two public keys.
 */
@Path("/verify")
@PermitAll
@RunOnVirtualThread
public class VerifierResource {
  private final PublishedKeys keys;
  private final PublishedLogKey log;
  private final Neighbours neighbours;

  @Inject
  VerifierResource(
      @RestClient PublishedKeys keys, @RestClient PublishedLogKey log, Neighbours neighbours) {
    this.keys = keys;
    this.log = log;
    this.neighbours = neighbours;
  }

  @GET
  public RestResponse<Void> page() {
    return RestResponse.seeOther(URI.create("/verify/"));
  }

  @GET
  @Path("/shouxin-verify-receipt.html")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public RestResponse<String> file() {
    return RestResponse.ResponseBuilder.ok(VerifierFile.write())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment")
        .build();
  }

  @GET
  @Path("/shouxin-receipt-keys.json")
  @Produces(MediaType.APPLICATION_JSON)
  public String receiptKeys() {
    return neighbours.ask(keys::keys);
  }

  @GET
  @Path("/shouxin-log-key.txt")
  @Produces(MediaType.TEXT_PLAIN)
  public String logKey() {
    return neighbours.ask(log::vkey).strip() + "\n";
  }
}
