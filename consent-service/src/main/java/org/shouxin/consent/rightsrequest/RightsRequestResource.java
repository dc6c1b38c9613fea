package org.shouxin.consent.rightsrequest;

import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.CUSTOMER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
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

/** Rights requests over REST (PIPL 50: an easy way to ask, and a reason for every refusal). */
@Path("/v1/rights-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class RightsRequestResource {
  private static final Pattern REASON_CODE = Pattern.compile("[A-Z][A-Z_]{2,40}");

  private final RightsRequests requests;
  private final CurrentActor actor;
  private final CursorCodec cursors;

  RightsRequestResource(RightsRequests requests, CurrentActor actor, CursorCodec cursors) {
    this.requests = requests;
    this.actor = actor;
    this.cursors = cursors;
  }

  /** A new request; free text was sealed in records-service before. */
  public record Filing(@NotNull String customerId, @NotNull String type, @Nullable String textId) {}

  /** Which page. */
  public record PageRequest(@Nullable Integer first, @Nullable String after) {}

  /** One page, newest first. */
  public record Page(List<RightsRequest> requests, List<String> cursors, boolean hasNextPage) {}

  /** The answer's sealed text. */
  public record Answer(@NotNull String textId) {}

  /** A refusal names a reason code and explains itself (R-CP-02: else 422). */
  public record Refusal(@Nullable String reasonCode, @Nullable String textId) {}

  /** The step that somebody is about to take, with the code of a refusal. */
  public record MeantAnswer(
      @NotNull @jakarta.validation.constraints.Pattern(regexp = "ANSWERED|REFUSED") String kind,
      @Nullable String reasonCode) {}

  @POST
  @ResponseStatus(201)
  @RolesAllowed(CUSTOMER)
  public RightsRequest file(
      @Valid @NotNull Filing filing,
      @HeaderParam("Idempotency-Key")
          @Nullable
          @jakarta.validation.constraints.Pattern(regexp = "[A-Za-z0-9._:-]{8,100}")
          String key) {
    return requests.file(
        actor.get(),
        new RightsRequests.Filing(
            CustomerId.parse(filing.customerId()),
            RightsRequestType.named(filing.type()),
            filing.textId() == null ? null : Ids.parse(filing.textId())),
        key);
  }

  @POST
  @Path("/query")
  @RolesAllowed({CUSTOMER, CLIENT_MANAGER, COMPLIANCE_OFFICER, SUPERVISOR})
  public Page query(@Valid @NotNull PageRequest request) {
    Actor caller = actor.get();
    PageSize size = PageSize.of(request.first());
    String listing = "rights-requests|" + caller.controller() + "|" + caller.id();
    UUID before =
        request.after() == null ? null : Ids.parse(cursors.open(listing, request.after()));
    List<RightsRequest> found = requests.list(caller, before, size.rowsAndOneMore());
    boolean more = found.size() > size.rows();
    List<RightsRequest> page = more ? found.subList(0, size.rows()) : found;
    return new Page(
        page, page.stream().map(row -> cursors.seal(listing, row.id().toString())).toList(), more);
  }

  /** One request with its clock, for those who answer it. */
  @GET
  @Path("/{id}")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsRequest get(@PathParam("id") String id) {
    return requests.get(actor.get(), Ids.parse(id));
  }

  @POST
  @Path("/{id}/waiting")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsRequest waitForCustomer(@PathParam("id") String id) {
    return step(id, RequestStep.Kind.WAITING, null, null);
  }

  @POST
  @Path("/{id}/resumption")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsRequest resume(@PathParam("id") String id) {
    return step(id, RequestStep.Kind.RESUMED, null, null);
  }

  /** Refuses what the step itself would be refused for, before its text is sealed. */
  @POST
  @Path("/{id}/check")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public void check(@PathParam("id") String id, @Valid @NotNull MeantAnswer meant) {
    RequestStep.Kind kind = RequestStep.Kind.valueOf(meant.kind());
    if (kind == RequestStep.Kind.REFUSED) {
      requireReason(meant.reasonCode());
    }
    requests.check(actor.get(), Ids.parse(id), kind, meant.reasonCode());
  }

  @POST
  @Path("/{id}/answer")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsRequest answer(@PathParam("id") String id, @Valid @NotNull Answer answer) {
    return step(id, RequestStep.Kind.ANSWERED, null, answer.textId());
  }

  @POST
  @Path("/{id}/refusal")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsRequest refuse(@PathParam("id") String id, @Valid @NotNull Refusal refusal) {
    requireReason(refusal.reasonCode());
    if (refusal.textId() == null) {
      throw new ProblemException(ProblemCode.REFUSAL_UNREASONED);
    }
    return step(id, RequestStep.Kind.REFUSED, refusal.reasonCode(), refusal.textId());
  }

  private static void requireReason(@Nullable String code) {
    if (code == null || !REASON_CODE.matcher(code).matches()) {
      throw new ProblemException(ProblemCode.REFUSAL_UNREASONED);
    }
  }

  @POST
  @Path("/{id}/erasure-confirmation")
  @RolesAllowed(COMPLIANCE_OFFICER)
  public RightsRequest confirmErasure(@PathParam("id") String id) {
    return requests.confirmErasure(actor.get(), Ids.parse(id));
  }

  private RightsRequest step(
      String id, RequestStep.Kind kind, @Nullable String reasonCode, @Nullable String textId) {
    return requests.step(
        actor.get(), Ids.parse(id), kind, reasonCode, textId == null ? null : Ids.parse(textId));
  }
}
