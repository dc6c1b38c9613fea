package org.shouxin.gateway.portal;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** What records-service keeps of the caller's cases; only {@link OwnCasesApi} calls it. */
@RegisterRestClient(configKey = "records-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1")
interface OwnRecordEndpoint {

  @POST
  @Path("/transfers/mine")
  List<OwnTransfer> transfers(InLanguage question);

  @POST
  @Path("/case-texts/read")
  CaseText text(TextId which);

  /** In which language. */
  record InLanguage(String language) {}

  /** Which text. */
  record TextId(String id) {}
}
