package org.shouxin.consent.clearance;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.time.BusinessTime;

/** Transcripts, breaches and certificates from before (R-AC-06). */
@Path("/v1/clearance")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ClearanceResource {
  private final Transcripts transcripts;
  private final Breaches breaches;
  private final CertificateImports imports;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  ClearanceResource(
      Transcripts transcripts,
      Breaches breaches,
      CertificateImports imports,
      Database database,
      CurrentActor actor,
      Clock clock) {
    this.transcripts = transcripts;
    this.breaches = breaches;
    this.imports = imports;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  /** A reference of papers, never prose about a person. */
  public record Evidence(@NotNull @Pattern(regexp = EVIDENCE) String evidence) {
    static final String EVIDENCE = "[A-Za-z0-9][A-Za-z0-9._/-]{3,79}";
  }

  /** The number of what was recorded. */
  public record Recorded(UUID id) {}

  /** Certificates to bring in. */
  public record ImportRequest(
      @NotNull @Size(min = 1, max = 200)
          List<@NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String> people,
      @NotNull LocalDate lastDay,
      @NotNull @Pattern(regexp = Evidence.EVIDENCE) String evidence) {}

  /** The caller's own transcript. */
  @GET
  @Path("/me")
  @RolesAllowed({CLIENT_MANAGER, SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR, OPERATOR})
  public Transcript mine() {
    return transcript(actor.get().id());
  }

  /** An employee's transcript, also for the appraisal of performance (S3-13.3). */
  @GET
  @Path("/people/{employeeNo}")
  @RolesAllowed({SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR})
  public Transcript of(
      @PathParam("employeeNo") @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String employeeNo) {
    return transcript(employeeNo);
  }

  @POST
  @Path("/people/{employeeNo}/breaches")
  @ResponseStatus(201)
  @RolesAllowed(COMPLIANCE_OFFICER)
  public Recorded recordBreach(
      @PathParam("employeeNo") @Pattern(regexp = "[A-Za-z0-9-]{1,20}") String employeeNo,
      @Valid @NotNull Evidence evidence) {
    return new Recorded(breaches.record(actor.get(), employeeNo, evidence.evidence()));
  }

  @POST
  @Path("/breaches/{id}/lifting")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public void liftBreach(@PathParam("id") String id, @Valid @NotNull Evidence evidence) {
    breaches.lift(actor.get(), Ids.parse(id), evidence.evidence());
  }

  @POST
  @Path("/imports")
  @ResponseStatus(201)
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public CertificateImport proposeImport(@Valid @NotNull ImportRequest request) {
    return imports.propose(actor.get(), request.people(), request.lastDay(), request.evidence());
  }

  @POST
  @Path("/imports/{id}/approval")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public CertificateImport approveImport(@PathParam("id") String id) {
    return imports.approve(actor.get(), Ids.parse(id));
  }

  private Transcript transcript(String person) {
    Actor reader = actor.get();
    LocalDate today = BusinessTime.today(clock);
    return database.read(reader.controller(), handle -> transcripts.get(handle, person, today));
  }
}
