package org.shouxin.audit.whistle;

import static org.shouxin.platform.identity.Role.Names.AUDITOR;
import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.OPERATOR;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.refusal.NamesNobody;

/** Whistle-blowing over REST (R-AU-05); bodies only, so that nothing stands in an address. */
@Path("/v1/whistle")
@NamesNobody
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class WhistleResource {
  private final WhistleReports reports;
  private final Handling handling;
  private final Handlers handlers;
  private final CurrentActor actor;

  @Inject
  WhistleResource(
      WhistleReports reports, Handling handling, Handlers handlers, CurrentActor actor) {
    this.reports = reports;
    this.handling = handling;
    this.handlers = handlers;
    this.actor = actor;
  }

  /**
   * A report.
   *
   * @param named whether both handlers together may learn who reported
   */
  public record Report(@NotBlank @Size(max = 8000) String text, @NotNull Boolean named) {
    @Override
    public String toString() {
      return "Report[redacted]";
    }
  }

  /** What the reporter keeps; it is told once. */
  public record Filed(String statusCode) {
    @Override
    public String toString() {
      return "Filed[redacted]";
    }
  }

  /** The reporter's code, and a further message where one is written. */
  public record Asked(
      @NotBlank @Size(max = 64) String statusCode, @Nullable @Size(max = 8000) String text) {
    @Override
    public String toString() {
      return "Asked[redacted]";
    }
  }

  /** A handler's answer. */
  public record Reply(
      @Nullable @Size(max = 8000) String text,
      @NotNull @Pattern(regexp = "IN_REVIEW|CLOSED") String state) {
    @Override
    public String toString() {
      return "Reply[redacted]";
    }
  }

  /** The handler's key that is meant: SHA-256 of her public keyset, base64url. */
  public record KeyNamed(@NotNull @Pattern(regexp = "[A-Za-z0-9_-]{43}") String keyDigest) {}

  /** Who offers to handle reports: the caller, with her public key (Tink keyset, HPKE). */
  public record NewHandler(
      @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{1,39}") String employeeNo,
      @NotNull @Size(max = 4000) String publicKey) {}

  @POST
  @Path("/reports")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CLIENT_MANAGER, SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR, OPERATOR})
  @Operation(summary = "Files a sealed report; answers the status code, once")
  public Filed file(@NotNull @Valid Report report) {
    return new Filed(reports.file(actor.get(), report.text(), report.named()));
  }

  @POST
  @Path("/status")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({CLIENT_MANAGER, SUPERVISOR, COMPLIANCE_OFFICER, AUDITOR, OPERATOR})
  @Operation(summary = "Where a report stands, and the handlers' messages; by its code")
  public WhistleReports.Status status(@NotNull @Valid Asked asked) {
    String text = asked.text();
    if (text != null && !text.isBlank()) {
      reports.add(actor.get().controller(), asked.statusCode(), text);
    }
    return reports.status(actor.get().controller(), asked.statusCode());
  }

  @GET
  @Path("/reports")
  @RolesAllowed({COMPLIANCE_OFFICER, AUDITOR})
  @Operation(summary = "The reports of this handler, sealed to her")
  public List<Handling.Sealed> list() {
    return handling.list(actor.get());
  }

  @POST
  @Path("/reports/{id}/reply")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "A handler answers the reporter and says where the report stands")
  public void reply(@PathParam("id") String id, @NotNull @Valid Reply reply) {
    handling.reply(actor.get(), Ids.parse(id), reply.text(), reply.state());
  }

  @POST
  @Path("/handlers")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(COMPLIANCE_OFFICER)
  @Operation(summary = "Registers the caller as a handler with her own key; two others approve")
  public void register(@NotNull @Valid NewHandler handler) {
    handlers.register(actor.get(), handler.employeeNo(), handler.publicKey());
  }

  @POST
  @Path("/handlers/{employeeNo}/approval")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  @Operation(summary = "Approves a handler's key by its digest; the second approval counts")
  public void approve(@PathParam("employeeNo") String employeeNo, @NotNull @Valid KeyNamed named) {
    handlers.approve(actor.get(), employeeNo, named.keyDigest());
  }
}
