package org.shouxin.audit.trace;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** Leak traces over REST, for those who investigate. */
@Path("/v1/traces")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
class TraceResource {
  private static final int MOST_PEOPLE = 200_000;

  /**
   * A sample of leaked people.
   *
   * @param leakedIds customer ids
   * @param leakedBefore when the leak surfaced; now when not said
   */
  public record Sample(
      @NotNull @Size(min = 1, max = MOST_PEOPLE) List<@NotNull String> leakedIds,
      @Nullable Instant leakedBefore) {}

  private final Traces traces;
  private final CurrentActor actor;
  private final Clock clock;

  @Inject
  TraceResource(Traces traces, CurrentActor actor, Clock clock) {
    this.traces = traces;
    this.actor = actor;
    this.clock = clock;
  }

  @POST
  @RunOnVirtualThread
  @Operation(summary = "Ranks who could have leaked a sample of people")
  public LeakTrace run(@NotNull @Valid Sample sample) {
    return traces.run(
        actor.get(),
        LeakedPeople.of(sample.leakedIds().stream().map(Ids::parse).toList()),
        orNow(sample.leakedBefore()));
  }

  @POST
  @Path("/upload")
  @Consumes(MediaType.TEXT_PLAIN)
  @RunOnVirtualThread
  @Operation(summary = "Like a trace by JSON, of up to 1,000,000 people: one customer id a line")
  public LeakTrace upload(
      @QueryParam("leakedBefore") @Nullable Instant leakedBefore, InputStream ids)
      throws IOException {
    return traces.run(actor.get(), LeakedPeople.read(ids), orNow(leakedBefore));
  }

  private Instant orNow(@Nullable Instant leakedBefore) {
    return leakedBefore == null ? clock.instant() : leakedBefore;
  }

  @GET
  @Path("/{id}")
  @RunOnVirtualThread
  @Operation(summary = "A trace that was run")
  public LeakTrace get(@PathParam("id") String id) {
    return traces.get(actor.get(), Ids.parse(id));
  }
}
