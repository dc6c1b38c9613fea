package org.shouxin.consent.complaint;

import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.CUSTOMER;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.Actor;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.paging.CursorCodec;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/**
 * Complaints over REST. Nobody handles a complaint about themselves: a handler is named by somebody
 * else ({@link Impartiality}).
 */
@Path("/v1/complaints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ComplaintResource {
  private static final String EMPLOYEE = "[A-Za-z0-9-]{1,20}";

  private final Complaints complaints;
  private final CurrentActor actor;
  private final CursorCodec cursors;

  ComplaintResource(Complaints complaints, CurrentActor actor, CursorCodec cursors) {
    this.complaints = complaints;
    this.actor = actor;
    this.cursors = cursors;
  }

  /** A new complaint; its text was sealed in records-service before. */
  public record Filing(@NotNull String customerId, @NotNull String textId) {}

  /** Which page. */
  public record PageRequest(@Nullable Integer first, @Nullable String after) {}

  /** One page, newest first. */
  public record Page(List<Complaint> complaints, List<String> cursors, boolean hasNextPage) {}

  /** Whom the case is given to, and whom it is about. */
  public record Assignment(
      @NotNull @Pattern(regexp = EMPLOYEE) String employeeNo,
      @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = EMPLOYEE) String> concerned,
      @Nullable @Valid Stakes stakes) {}

  /** How a major complaint is to be settled. */
  public record Plan(@NotNull @Pattern(regexp = "MEDIATION|LITIGATION") String route) {}

  /** The step that somebody is about to take. */
  public record Meant(@NotNull @Pattern(regexp = "RESPONDED|EXTENDED|DECIDED") String kind) {}

  /** An answer or a decision: its text is sealed in records-service. */
  public record Answer(@NotNull String textId) {}

  /** A promise with its date. */
  public record Promise(@NotNull LocalDate dueOn) {}

  @POST
  @ResponseStatus(201)
  @RolesAllowed({CUSTOMER, COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint file(@Valid @NotNull Filing filing) {
    return complaints.file(
        actor.get(), CustomerId.parse(filing.customerId()), Ids.parse(filing.textId()), "portal");
  }

  @POST
  @Path("/query")
  @RolesAllowed({CUSTOMER, COMPLIANCE_OFFICER, SUPERVISOR})
  public Page query(@Valid @NotNull PageRequest request) {
    Actor caller = actor.get();
    PageSize size = PageSize.of(request.first());
    String listing = "complaints|" + caller.controller() + "|" + caller.id();
    UUID before =
        request.after() == null ? null : Ids.parse(cursors.open(listing, request.after()));
    List<Complaint> found = complaints.list(caller, before, size.rowsAndOneMore());
    boolean more = found.size() > size.rows();
    List<Complaint> page = more ? found.subList(0, size.rows()) : found;
    return new Page(
        page, page.stream().map(row -> cursors.seal(listing, row.id().toString())).toList(), more);
  }

  /** One complaint with its clocks, for those who handle complaints. */
  @GET
  @Path("/{id}")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint get(@PathParam("id") String id) {
    return complaints.get(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/assignment")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint assign(@PathParam("id") String id, @Valid @NotNull Assignment assignment) {
    me();
    return complaints.assign(
        actor.get(),
        Ids.parse(id),
        complaints.stepNow(Step.Kind.ASSIGNED, assignment.employeeNo(), null, null, null),
        Objects.requireNonNullElse(assignment.concerned(), List.of()),
        assignment.stakes());
  }

  /** Refuses what the step itself would be refused for, before its text is sealed. */
  @POST
  @Path("/{id}/check")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public void check(@PathParam("id") String id, @Valid @NotNull Meant meant) {
    complaints.check(
        actor.get(),
        Ids.parse(id),
        complaints.stepNow(Step.Kind.valueOf(meant.kind()), me(), null, null, null));
  }

  @POST
  @Path("/{id}/plan")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint startPlan(@PathParam("id") String id, @Valid @NotNull Plan plan) {
    me();
    return complaints.startPlan(actor.get(), Ids.parse(id), plan.route());
  }

  @POST
  @Path("/{id}/response")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint respond(@PathParam("id") String id, @Valid @NotNull Answer answer) {
    return step(id, Step.Kind.RESPONDED, me(), Ids.parse(answer.textId()), null, null);
  }

  @POST
  @Path("/{id}/decision")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint decide(@PathParam("id") String id, @Valid @NotNull Answer answer) {
    return step(id, Step.Kind.DECIDED, me(), Ids.parse(answer.textId()), null, null);
  }

  /** More time for the decision, with its reason in words for the customer (K-02). */
  @POST
  @Path("/{id}/extension")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint extend(@PathParam("id") String id, @Valid @NotNull Answer reason) {
    me();
    return complaints.extend(actor.get(), Ids.parse(id), Ids.parse(reason.textId()));
  }

  /** A senior's approval of the extension that waits. */
  @POST
  @Path("/{id}/extension/approval")
  @RolesAllowed(SUPERVISOR)
  public Complaint approveExtension(@PathParam("id") String id) {
    me();
    return complaints.approveExtension(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/promises")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint promise(@PathParam("id") String id, @Valid @NotNull Promise promise) {
    return step(id, Step.Kind.PROMISED, me(), null, Ids.next(), promise.dueOn());
  }

  @POST
  @Path("/{id}/promises/{promise}/keeping")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint keep(@PathParam("id") String id, @PathParam("promise") String promise) {
    return step(id, Step.Kind.PROMISE_KEPT, me(), null, Ids.parse(promise), null);
  }

  @POST
  @Path("/{id}/closing")
  @RolesAllowed({COMPLIANCE_OFFICER, SUPERVISOR})
  public Complaint close(@PathParam("id") String id) {
    return step(id, Step.Kind.CLOSED, me(), null, null, null);
  }

  private Complaint step(
      String id,
      Step.Kind kind,
      String employeeNo,
      @Nullable UUID textId,
      @Nullable UUID promise,
      @Nullable LocalDate dueOn) {
    return complaints.step(
        actor.get(), Ids.parse(id), complaints.stepNow(kind, employeeNo, textId, promise, dueOn));
  }

  /** A person, never the system: an automatic reply stops no clock. */
  private String me() {
    String number = actor.get().employeeNo();
    if (number == null) {
      throw new ProblemException(ProblemCode.FORBIDDEN, "only a person can handle a complaint");
    }
    return number;
  }
}
