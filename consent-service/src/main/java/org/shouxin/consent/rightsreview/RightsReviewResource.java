package org.shouxin.consent.rightsreview;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;

/** The entitlement review over REST (R-AC-04). */
@Path("/v1/rights-reviews")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR})
class RightsReviewResource {
  private final RightsReviews reviews;
  private final CurrentActor actor;

  RightsReviewResource(RightsReviews reviews, CurrentActor actor) {
    this.reviews = reviews;
    this.actor = actor;
  }

  /** True to confirm, false to revoke. */
  public record Decision(@NotNull Boolean confirmed) {}

  @GET
  public List<RightsReview> list() {
    return reviews.list(actor.get());
  }

  @POST
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsReview open() {
    return reviews.open(actor.get().controller(), actor.get());
  }

  @GET
  @Path("/{id}/items")
  public List<ReviewItem> items(@PathParam("id") String id) {
    return reviews.items(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/items/{id}/decision")
  @RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER})
  public ReviewItem decide(@PathParam("id") String id, @Valid @NotNull Decision decision) {
    return reviews.decide(actor.get(), Ids.parse(id), decision.confirmed());
  }
}
