package org.shouxin.consent.purpose;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** The purposes in force, for everybody who is signed in (PIPL 7: openness). */
@Path("/v1/purposes")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class PurposeResource {
  private final Purposes purposes;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  PurposeResource(Purposes purposes, Database database, CurrentActor actor, Clock clock) {
    this.purposes = purposes;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  public List<PurposeView> list() {
    return database.read(
        actor.get().controller(),
        handle ->
            purposes.listInForce(handle, BusinessTime.today(clock)).stream()
                .map(PurposeView::of)
                .toList());
  }

  @GET
  @Path("/{code}")
  public PurposeView get(@PathParam("code") String code) {
    return database.read(
        actor.get().controller(),
        handle ->
            purposes
                .find(handle, code, BusinessTime.today(clock))
                .map(PurposeView::of)
                .orElseThrow(() -> new ProblemException(ProblemCode.PURPOSE_UNKNOWN)));
  }
}
