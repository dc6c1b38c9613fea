package org.shouxin.audit.history;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.REGULATOR;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.ActorKind;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Search of a controller's events for those who oversee it: by person, actor, purpose, time,
 * decision (R-AC-05). A supervisor finds what one employee of the own branch did, by number.
 */
@Path("/v1/access-search")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({AUDITOR, COMPLIANCE_OFFICER, REGULATOR, SUPERVISOR})
class AccessSearchResource {
  /**
   * What to look for; every part given must hold. Without a person or an actor, {@code from} is
   * needed.
   *
   * @param actorId employee number, partner id, customer id or service
   * @param from first moment, inclusive
   * @param until last moment, exclusive
   */
  public record Search(
      @Nullable @Size(max = 36) String subjectRef,
      @Nullable @Pattern(regexp = "customer|employee|partner|system|regulator") String actorKind,
      @Nullable @Size(min = 1, max = 96) String actorId,
      @Nullable @Pattern(regexp = "[a-z_]+(\\.[a-z_]+){1,3}") String type,
      @Nullable @Pattern(regexp = "P-\\d\\d") String purpose,
      @Nullable Boolean permitted,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Integer first,
      @Nullable String after) {

    Map<String, Object> filters() {
      Map<String, Object> filters = new HashMap<>();
      put(filters, "subject", subjectRef == null ? null : person(subjectRef));
      put(filters, "actorKind", actorKind);
      put(filters, "actorId", actorId);
      put(filters, "type", type);
      put(filters, "purpose", purpose);
      put(filters, "permitted", permitted);
      put(filters, "from", from);
      put(filters, "until", until);
      return filters;
    }

    private static UUID person(String subjectRef) {
      return Ids.parse(subjectRef);
    }

    private static void put(Map<String, Object> filters, String name, @Nullable Object value) {
      if (value != null) {
        filters.put(name, value);
      }
    }
  }

  private final AccessHistory history;
  private final CurrentActor actor;

  @Inject
  AccessSearchResource(AccessHistory history, CurrentActor actor) {
    this.history = history;
    this.actor = actor;
  }

  @POST
  @RunOnVirtualThread
  @Operation(
      summary =
          "Events of the caller's controller by person, actor, purpose, time, decision; newest first")
  public AccessPage search(@NotNull @Valid Search search) {
    if (search.subjectRef() == null && search.actorId() == null && search.from() == null) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "one of subjectRef, actorId, from is required");
    }
    Map<String, Object> filters = search.filters();
    if (Viewer.of(actor.get()) instanceof Viewer.Doer) {
      filters.putAll(ownTeam(actor.get(), search));
    }
    return history.search(actor.get(), filters, PageSize.of(search.first()), search.after());
  }

  private static Map<String, Object> ownTeam(Actor supervisor, Search search) {
    if (search.actorId() == null) {
      throw new ProblemException(
          ProblemCode.REQUEST_INVALID, "actorId, an employee number, is required");
    }
    String branch = supervisor.branch();
    if (branch == null) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    return Map.of("actorKind", ActorKind.EMPLOYEE.label(), "branch", branch);
  }
}
