package org.shouxin.records.correction.stale;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvents;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;
import org.shouxin.platform.outbox.AuditOutbox;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Viewer;
import org.shouxin.records.customer.CustomerFiles;

/** Stale data by client manager, and reports of messages that came back (R-RC-03). */
@Path("/v1/stale-data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StaleDataResource {
  private final Database database;
  private final CustomerFiles files;
  private final AuditOutbox outbox;
  private final CurrentActor actor;
  private final Clock clock;

  StaleDataResource(
      Database database, CustomerFiles files, AuditOutbox outbox, CurrentActor actor, Clock clock) {
    this.database = database;
    this.files = files;
    this.outbox = outbox;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "Stale data of the caller's customers, the oldest first; codes, no values")
  public List<FindingView> list() {
    Actor reader = actor.get();
    return database.read(
        reader.controller(),
        handle ->
            StaleTable.list(handle, Viewer.of(reader)).stream().map(FindingView::of).toList());
  }

  @POST
  @Path("/bounces")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "A message to one's own customer came back")
  public void report(@NotNull @Valid Bounce bounce) {
    Actor reporter = actor.get();
    CustomerId customer = CustomerId.parse(bounce.customerId());
    database.write(
        reporter.controller(),
        handle -> {
          var file =
              files
                  .load(
                      handle, reporter.controller(), Viewer.of(reporter), List.of(customer), false)
                  .get(customer);
          if (file == null || !file.assigned()) {
            throw new ProblemException(ProblemCode.CUSTOMER_NOT_FOUND);
          }
          StaleTable.bounce(
              handle,
              reporter.controller(),
              Ids.next(),
              customer,
              bounce.field(),
              reporter.id(),
              clock.instant());
          outbox.record(
              handle,
              AuditEvents.of(reporter, "contact.bounced", clock)
                  .subject(customer)
                  .resource("customer", customer.toString(), List.of(bounce.field()))
                  .build());
          return customer;
        });
  }

  /** Which contact point did not take a message. */
  record Bounce(
      @NotNull String customerId, @NotNull @Pattern(regexp = "mobile|email") String field) {}

  /** ID_EXPIRED, MOBILE_BOUNCED, EMAIL_BOUNCED or NOT_CHECKED, and who looks after the customer. */
  record FindingView(UUID customerId, String code, Instant foundAt, @Nullable String employeeNo) {
    static FindingView of(StaleTable.Finding finding) {
      return new FindingView(
          finding.customerId(), finding.code(), finding.foundAt(), finding.employeeNo());
    }
  }
}
