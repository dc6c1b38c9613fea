package org.shouxin.consent.recipient;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouxin.platform.database.Database;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.time.BusinessTime;

/** The recipient register (对外提供清单). */
@Path("/v1/recipients")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class RecipientResource {
  static final String ID = "[a-z][a-z0-9-]{2,60}";

  private final RecipientRegister register;
  private final Recipients recipients;
  private final AgreementChecks checks;
  private final Database database;
  private final CurrentActor actor;
  private final Clock clock;

  RecipientResource(
      RecipientRegister register,
      Recipients recipients,
      AgreementChecks checks,
      Database database,
      CurrentActor actor,
      Clock clock) {
    this.register = register;
    this.recipients = recipients;
    this.checks = checks;
    this.database = database;
    this.actor = actor;
    this.clock = clock;
  }

  @GET
  public List<RecipientView> list() {
    return database.read(
        actor.get().controller(),
        handle -> {
          Map<String, LocalDate> checked = checks.lastDays(handle);
          return recipients.listAll(handle).stream()
              .map(recipient -> view(recipient, checked))
              .toList();
        });
  }

  @GET
  @Path("/{id}")
  public RecipientView get(@PathParam("id") @Pattern(regexp = ID) String id) {
    return view(database.read(actor.get().controller(), handle -> recipients.get(handle, id)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public RecipientView register(
      @PathParam("id") @Pattern(regexp = ID) String id, @Valid @NotNull RecipientProfile profile) {
    return view(register.register(actor.get(), id, profile));
  }

  @POST
  @Path("/{id}/suspension")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public RecipientView suspend(
      @PathParam("id") @Pattern(regexp = ID) String id, @Valid @NotNull SuspensionOrder order) {
    return view(register.suspend(actor.get(), id, order.reason()));
  }

  @POST
  @Path("/{id}/reinstatement")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public RecipientView reinstate(@PathParam("id") @Pattern(regexp = ID) String id) {
    return view(register.reinstate(actor.get(), id));
  }

  private RecipientView view(Recipient recipient) {
    return view(recipient, database.read(actor.get().controller(), checks::lastDays));
  }

  private RecipientView view(Recipient recipient, Map<String, LocalDate> checked) {
    Actor caller = actor.get();
    boolean supervises =
        caller.has(Role.COMPLIANCE_OFFICER)
            || caller.has(Role.AUDITOR)
            || caller.has(Role.SUPERVISOR)
            || caller.has(Role.REGULATOR);
    boolean itself = recipient.id().equals(caller.partnerId());
    LocalDate today = BusinessTime.today(clock);
    return supervises || itself
        ? RecipientView.withFile(recipient, today, checked.get(recipient.id()))
        : RecipientView.told(recipient, today);
  }

  /** Why the kill switch is pulled: a code, not prose. */
  record SuspensionOrder(@NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,40}") String reason) {}
}
