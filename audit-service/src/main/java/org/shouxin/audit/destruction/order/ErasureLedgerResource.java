package org.shouxin.audit.destruction.order;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.Role;

/** The erasure ledger for restores: ids only, of all controllers, in the order of the log. */
@Path("/v1/destruction/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class ErasureLedgerResource {
  private final ErasureLedger ledger;

  @Inject
  ErasureLedgerResource(ErasureLedger ledger) {
    this.ledger = ledger;
  }

  @GET
  @Operation(summary = "Destroyed keys and records above an entry of the log, oldest first")
  public List<ErasureLedger.LedgerLine> page(
      @QueryParam("after") @DefaultValue("-1") long after,
      @QueryParam("rows") @DefaultValue("1000") @Min(1) @Max(1000) int rows) {
    return ledger.page(after, rows);
  }
}
