package org.shouxin.audit.destruction.certificate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where a person without an account asks by her code; the code stands in the body, not the URL. */
@Path("/v1/destruction/summaries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@RunOnVirtualThread
class SummaryResource {

  /** The code as it was given. */
  public record SummaryQuestion(@NotNull @Pattern(regexp = "[2-9A-HJKMNP-Z]{21}") String code) {}

  private final Summaries summaries;

  @Inject
  SummaryResource(Summaries summaries) {
    this.summaries = summaries;
  }

  @POST
  @Operation(summary = "What was destroyed of the person whom the code was given to")
  public Summary open(@NotNull @Valid SummaryQuestion question) {
    return summaries.open(question.code());
  }
}
