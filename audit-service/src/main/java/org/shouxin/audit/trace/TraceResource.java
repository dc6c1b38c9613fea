package org.shouxin.audit.trace;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
  private static final int MOST_NAMES = 32;
  private static final String FIELD = "[A-Za-z][A-Za-z0-9_.]{0,63}";
  private static final String EXPORT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  /**
   * A sample of leaked people.
   *
   * @param leakedIds customer ids
   * @param leakedBefore when the leak surfaced; now when not said
   * @param knownFields what was leaked of each person: who never read all of it is no suspect
   * @param markedExports exports whose mark a leaked sheet carries, as its decoding found
   */
  public record Sample(
      @NotNull @Size(min = 1, max = MOST_PEOPLE) List<@NotNull String> leakedIds,
      @Nullable Instant leakedBefore,
      @Nullable @Size(max = MOST_NAMES) List<@NotNull @Pattern(regexp = FIELD) String> knownFields,
      @Nullable @Size(max = MOST_NAMES)
          List<@NotNull @Pattern(regexp = EXPORT) String> markedExports) {
    Leak leak(Clock clock) {
      return Leak.of(
          leakedBefore == null ? clock.instant() : leakedBefore,
          knownFields == null ? List.of() : knownFields,
          markedExports == null ? List.of() : markedExports);
    }
  }

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
        sample.leak(clock));
  }

  @POST
  @Path("/upload")
  @Consumes(MediaType.TEXT_PLAIN)
  @RunOnVirtualThread
  @Operation(summary = "Like a trace by JSON, of up to 1,000,000 people: one customer id a line")
  public LeakTrace upload(
      @QueryParam("leakedBefore") @Nullable Instant leakedBefore,
      @QueryParam("knownField") @Size(max = MOST_NAMES)
          List<@Pattern(regexp = FIELD) String> knownFields,
      @QueryParam("markedExport") @Size(max = MOST_NAMES)
          List<@Pattern(regexp = EXPORT) String> markedExports,
      InputStream ids)
      throws IOException {
    Instant before = leakedBefore == null ? clock.instant() : leakedBefore;
    return traces.run(
        actor.get(), LeakedPeople.read(ids), Leak.of(before, knownFields, markedExports));
  }

  @GET
  @Path("/{id}")
  @RunOnVirtualThread
  @Operation(summary = "A trace that was run")
  public LeakTrace get(@PathParam("id") String id) {
    return traces.get(actor.get(), Ids.parse(id));
  }
}
