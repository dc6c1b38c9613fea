package org.shouxin.records.announcing;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.problem.RemoteProblems;

/** consent-service as it is told of people; called with this service's own token. */
@RegisterRestClient(configKey = "consent-service")
@RegisterProvider(RemoteProblems.class)
@OidcClientFilter
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface ConsentIntake {

  @POST
  @Path("/guardianships/childhoods")
  void children(Children report);

  @POST
  @Path("/notices/insured")
  void insured(Insured report);

  @POST
  @Path("/departures")
  void departed(Departed report);

  /** Who moved to another controller. */
  record Departed(List<Leaver> people) {}

  /**
   * One person.
   *
   * @param stays she does not move after all: an earlier report is taken back
   */
  record Leaver(String controllerId, String customerId, boolean stays) {}

  /** Who is under 14. */
  record Children(List<Child> children) {}

  /** One person; no birthday takes an earlier report back. */
  record Child(String controllerId, String customerId, @Nullable String fourteenOn) {}

  /** Who was insured by somebody else. */
  record Insured(List<Person> people) {}

  /** One person. */
  record Person(String controllerId, String customerId) {}
}
