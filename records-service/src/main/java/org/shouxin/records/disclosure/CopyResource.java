package org.shouxin.records.disclosure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role.Names;

/** Copies of one's data over REST. */
@Path("/v1/customers/copy")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Names.CUSTOMER)
@RunOnVirtualThread
class CopyResource {
  private final DataCopies copies;
  private final CurrentActor actor;

  CopyResource(DataCopies copies, CurrentActor actor) {
    this.copies = copies;
    this.actor = actor;
  }

  @POST
  @Operation(
      summary = "A copy of a person's data as a file for programs or as a PDF in zh-CN or en")
  public DataCopy make(@NotNull @Valid CopyRequest request) {
    return copies.make(
        actor.get(),
        CustomerId.parse(request.customerId()),
        request.form(),
        Locale.forLanguageTag(request.language()));
  }
}
