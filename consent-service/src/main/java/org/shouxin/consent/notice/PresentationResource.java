package org.shouxin.consent.notice;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;

/** Showing notices: what was shown, what is still to be read, and by whom. */
@Path("/v1/notices")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class PresentationResource {
  private final NoticePresentations presentations;
  private final Informing informing;
  private final CurrentActor actor;

  PresentationResource(NoticePresentations presentations, Informing informing, CurrentActor actor) {
    this.presentations = presentations;
    this.informing = informing;
    this.actor = actor;
  }

  /** Records that a notice was shown; staff leave out the person who has no record yet. */
  @POST
  @Path("/presentations")
  @RolesAllowed({
    Role.Names.CUSTOMER,
    Role.Names.CLIENT_MANAGER,
    Role.Names.SUPERVISOR,
    Role.Names.COMPLIANCE_OFFICER
  })
  public RestResponse<NoticePresentations.Shown> present(@Valid @NotNull Presentation shown) {
    return RestResponse.status(
        RestResponse.Status.CREATED, presentations.record(actor.get(), shown));
  }

  /** Whether somebody was shown the current notice of one of these audiences. */
  @POST
  @Path("/presentations/check")
  @RolesAllowed({Role.Names.CLIENT_MANAGER, Role.Names.SUPERVISOR, Role.Names.COMPLIANCE_OFFICER})
  public Informed check(@Valid @NotNull Check check) {
    return new Informed(
        informing.wasInformed(
            actor.get(), CustomerId.parse(check.customerId()), check.audiences()));
  }

  /** What a person, or her guardian, still has to read. */
  @POST
  @Path("/to-read")
  @RolesAllowed(Role.Names.CUSTOMER)
  public List<Informing.ToRead> toRead(@Valid @NotNull Reader reader) {
    return informing.listToRead(
        actor.get(), CustomerId.parse(reader.customerId()), reader.language());
  }

  /** Takes from records-service who was insured by somebody else. */
  @POST
  @Path("/insured")
  @RolesAllowed(Role.Names.SERVICE)
  public void insured(@Valid @NotNull Insured insured) {
    insured.people().stream()
        .collect(Collectors.groupingBy(Person::controllerId))
        .forEach((controller, people) ->
            informing.report(
                new ControllerId(controller),
                people.stream().map(person -> CustomerId.parse(person.customerId())).toList()));
  }

  /** The insured who have not been informed, the longest waiting first, at most 200. */
  @GET
  @Path("/insured/uninformed")
  @RolesAllowed({
    Role.Names.CLIENT_MANAGER,
    Role.Names.SUPERVISOR,
    Role.Names.COMPLIANCE_OFFICER,
    Role.Names.AUDITOR
  })
  public List<Informing.Uninformed> uninformed() {
    return informing.listUninformed(actor.get());
  }

  /** Who, and as which audiences. */
  record Check(
      @NotBlank String customerId, @NotEmpty @Size(max = 4) List<@NotNull Audience> audiences) {}

  /** The answer. */
  record Informed(boolean presented) {}

  /** Who reads, in which language. */
  record Reader(@NotBlank String customerId, @NotNull Language language) {}

  /** People insured by somebody else. */
  record Insured(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Person> people) {}

  /** One of them. */
  record Person(@NotBlank String controllerId, @NotBlank String customerId) {}
}
