package org.shouxin.records.transfer.parcel;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.platform.problem.RemoteProblems;

/** The public log whose entries a package carries. */
@RegisterRestClient(configKey = "audit-items")
@RegisterProvider(RemoteProblems.class)
@Path("/tlog/vkey")
@Produces(MediaType.TEXT_PLAIN)
public interface SellersLog {
  /** The key that verifies its checkpoints (C2SP signed-note), with a line feed. */
  @GET
  String verifierKey();
}
