package org.shouxin.gateway.rules;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.shouxin.gateway.neighbour.CallersToken;
import org.shouxin.gateway.neighbour.TolerantReader;
import org.shouxin.platform.problem.RemoteProblems;

/** The monitor's rules at audit-service; only {@link MonitorRulesApi} calls it. */
@RegisterRestClient(configKey = "audit-service")
@RegisterClientHeaders(CallersToken.class)
@RegisterProvider(RemoteProblems.class)
@RegisterProvider(TolerantReader.class)
@Path("/v1/monitor-rules")
interface MonitorRulesEndpoint {

  @GET
  List<MonitorRuleSet> list();

  @POST
  MonitorRuleSet propose(MonitorRulesInput proposal);

  @POST
  @Path("/{version}/approval")
  MonitorRuleSet approve(@PathParam("version") int version, Map<String, String> nothing);
}
