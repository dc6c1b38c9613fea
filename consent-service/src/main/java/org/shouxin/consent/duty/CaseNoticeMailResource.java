package org.shouxin.consent.duty;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Where records-service, which has the mailer and the staff list, fetches mails to staff. */
@Path("/v1/case-notice-mails")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class CaseNoticeMailResource {
  private static final String MAILER = "records-service";

  private final CaseNoticeMails mails;
  private final CurrentActor actor;

  CaseNoticeMailResource(CaseNoticeMails mails, CurrentActor actor) {
    this.mails = mails;
    this.actor = actor;
  }

  /** How many mails the caller takes on. */
  public record Claim(@Min(1) @Max(100) int most) {}

  /** How a try ended. */
  public record OutcomeReport(
      @NotNull String controllerId,
      @NotNull String noticeId,
      CaseNoticeMail.@NotNull Outcome outcome) {}

  /** Outcomes of a round. */
  public record Outcomes(@NotNull @Size(max = 100) List<@NotNull @Valid OutcomeReport> outcomes) {}

  @POST
  @Path("/claims")
  @Operation(summary = "Mails to be sent, leased to the caller for two minutes")
  public List<CaseNoticeMail> claim(@NotNull @Valid Claim claim) {
    requireMailer();
    return mails.claim(claim.most());
  }

  @POST
  @Path("/outcomes")
  @Operation(summary = "Reports how tries ended; the first end of a mail stays")
  public void report(@NotNull @Valid Outcomes outcomes) {
    requireMailer();
    outcomes
        .outcomes()
        .forEach(one ->
            mails.report(
                actor.get(),
                new ControllerId(one.controllerId()),
                Ids.parse(one.noticeId()),
                one.outcome()));
  }

  private void requireMailer() {
    if (!actor.get().id().equals(MAILER)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
