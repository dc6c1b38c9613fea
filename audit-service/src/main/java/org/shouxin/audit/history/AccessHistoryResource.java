package org.shouxin.audit.history;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.paging.PageSize;

/** Who looked at one customer's data. */
@Path("/v1/access-history")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class AccessHistoryResource {
  /**
   * A listing's question.
   *
   * @param subjectRef customer id
   * @param first 1 to 50, 20 when not said
   * @param after cursor of the last event seen
   * @param providedOnly only {@code data.provided}: to whom data went (R-CN-05)
   */
  public record Question(
      @NotNull String subjectRef,
      @Nullable Integer first,
      @Nullable String after,
      @Nullable Boolean providedOnly) {}

  private final AccessHistory history;
  private final CurrentActor actor;

  @Inject
  AccessHistoryResource(AccessHistory history, CurrentActor actor) {
    this.history = history;
    this.actor = actor;
  }

  @POST
  @RunOnVirtualThread
  @Operation(
      summary = "Accesses to one customer's data, newest first, as far as the caller may see them")
  public AccessPage list(@NotNull @Valid Question question) {
    return history.page(
        actor.get(),
        CustomerId.parse(question.subjectRef()).value(),
        PageSize.of(question.first()),
        question.after(),
        Boolean.TRUE.equals(question.providedOnly()));
  }
}
