package org.shouxin.consent.banregister;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.platform.time.BusinessTime;

/** The ban register for compliance; nobody can read from it who a person is (R-AC-07). */
@Path("/v1/bans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(COMPLIANCE_OFFICER)
@RunOnVirtualThread
class BanResource {
  private final BanRegister register;
  private final CurrentActor actor;
  private final Clock clock;

  BanResource(BanRegister register, CurrentActor actor, Clock clock) {
    this.register = register;
    this.actor = actor;
    this.clock = clock;
  }

  /** Whom to list and why; {@code evidence} is a reference, {@code expiresOn} null for life. */
  public record Proposal(
      @NotNull @Size(min = 6, max = 40) String identityNumber,
      @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String employeeNo,
      @NotNull @Pattern(regexp = "FALSE_INFORMATION|FORGERY|OUT_OF_SCOPE|LEAK|RESALE")
          String actCode,
      @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}") String evidence,
      @Nullable LocalDate expiresOn) {
    @Override
    public String toString() {
      return "Proposal[redacted]";
    }
  }

  /** What an appeal rests on. */
  public record Appeal(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}") String evidence) {}

  /** The number under which the police took the case. */
  public record PoliceReferral(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}") String reference) {}

  /** The decision on an appeal. */
  public record AppealDecision(@NotNull Boolean upheld) {}

  /** An entry as compliance sees it. */
  public record View(
      UUID id,
      String state,
      @Nullable String employeeNo,
      String actCode,
      String evidence,
      @Nullable LocalDate expiresOn,
      String proposedBy,
      Instant proposedAt,
      @Nullable String approvedBy,
      @Nullable Instant approvedAt,
      @Nullable Instant appealedAt,
      @Nullable String appealEvidence,
      @Nullable String appealDecidedBy,
      @Nullable Instant appealDecidedAt,
      @Nullable String policeReference,
      @Nullable Instant policeReferredAt) {}

  @GET
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
  public List<View> list() {
    return register.list(actor.get()).stream().map(this::view).toList();
  }

  @POST
  @ResponseStatus(201)
  public View propose(@Valid @NotNull Proposal proposal) {
    String evidence = proposal.evidence();
    if (evidence == null) {
      throw new ProblemException(ProblemCode.EVIDENCE_REQUIRED);
    }
    return view(
        register.propose(
            actor.get(),
            new BanRegister.Proposal(
                proposal.identityNumber(),
                proposal.employeeNo(),
                proposal.actCode(),
                evidence,
                proposal.expiresOn())));
  }

  @POST
  @Path("/{id}/approval")
  public View approve(@PathParam("id") String id) {
    return view(register.approve(actor.get(), Ids.parse(id)));
  }

  @POST
  @Path("/{id}/appeal")
  public View appeal(@PathParam("id") String id, @Valid @NotNull Appeal appeal) {
    return view(register.appeal(actor.get(), Ids.parse(id), appeal.evidence()));
  }

  @POST
  @Path("/{id}/appeal-decision")
  public View decideAppeal(@PathParam("id") String id, @Valid @NotNull AppealDecision decision) {
    return view(register.decideAppeal(actor.get(), Ids.parse(id), decision.upheld()));
  }

  @POST
  @Path("/{id}/police-referral")
  public View refer(@PathParam("id") String id, @Valid @NotNull PoliceReferral referral) {
    return view(register.refer(actor.get(), Ids.parse(id), referral.reference()));
  }

  private View view(Ban ban) {
    return new View(
        ban.id(),
        ban.on(BusinessTime.today(clock)).label(),
        ban.employeeNo(),
        ban.actCode(),
        ban.evidence(),
        ban.expiresOn(),
        ban.proposedBy(),
        ban.proposedAt(),
        ban.approvedBy(),
        ban.approvedAt(),
        ban.appealedAt(),
        ban.appealEvidence(),
        ban.appealDecidedBy(),
        ban.appealDecidedAt(),
        ban.policeReference(),
        ban.policeReferredAt());
  }
}
