package org.shouxin.audit.restore;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;
import static org.shouxin.platform.identity.Role.Names.SERVICE;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Restore drills over REST: operators report, auditors and compliance read. */
@Path("/v1/restore-tests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RestoreTestsResource {
  private final RestoreTests tests;
  private final CurrentActor actor;

  @Inject
  RestoreTestsResource(RestoreTests tests, CurrentActor actor) {
    this.tests = tests;
    this.actor = actor;
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(OPERATOR)
  @Operation(summary = "Keeps what a restore drill found, with the digest of its signed report")
  public RestoreTest.RestoreTestReceipt report(
      @NotNull @Valid RestoreTest.RestoreTestReport report) {
    return tests.keep(actor.get(), report);
  }

  @GET
  @RolesAllowed({AUDITOR, COMPLIANCE_OFFICER, OPERATOR})
  @Operation(summary = "The 100 newest restore drills")
  public List<RestoreTest.KeptRestoreTest> list() {
    return tests.list(actor.get());
  }

  @GET
  @Path("/verified/{eventId}")
  @RolesAllowed(SERVICE)
  @Operation(summary = "The verified backup of an event that is in the signed log")
  public RestoreTest.VerifiedBackup verified(
      @PathParam("eventId") String eventId,
      @QueryParam("controller") @NotNull @Pattern(regexp = "ctl-[a-z0-9][a-z0-9-]{0,40}")
          String controller) {
    return tests.requireVerified(new ControllerId(controller), Ids.parse(eventId));
  }
}
