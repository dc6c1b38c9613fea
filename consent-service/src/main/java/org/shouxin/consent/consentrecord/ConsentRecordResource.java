package org.shouxin.consent.consentrecord;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.shouxin.consent.purpose.Purposes;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Consents: giving, refusing, withdrawing, and who may see them. */
@Path("/v1/consent-records")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class ConsentRecordResource {
  private static final String KEY = "[A-Za-z0-9._:-]{8,100}";

  private final ConsentDecisions decisions;
  private final ConsentEndings endings;
  private final ConsentQueries queries;
  private final ConsentSearch search;
  private final CurrentActor actor;
  private final Clock clock;

  ConsentRecordResource(
      ConsentDecisions decisions,
      ConsentEndings endings,
      ConsentQueries queries,
      ConsentSearch search,
      CurrentActor actor,
      Clock clock) {
    this.decisions = decisions;
    this.endings = endings;
    this.queries = queries;
    this.search = search;
    this.actor = actor;
    this.clock = clock;
  }

  @POST
  @RolesAllowed(Role.Names.CUSTOMER)
  public RestResponse<ConsentRecordView> give(
      @HeaderParam("Idempotency-Key") @Nullable @Pattern(regexp = KEY) String key,
      @Valid @NotNull ConsentAsk ask) {
    return answer(decisions.decide(actor.get(), ConsentDecisions.Act.GIVE, ask, key));
  }

  @POST
  @Path("/refusals")
  @RolesAllowed(Role.Names.CUSTOMER)
  public RestResponse<ConsentRecordView> refuse(
      @HeaderParam("Idempotency-Key") @Nullable @Pattern(regexp = KEY) String key,
      @Valid @NotNull ConsentAsk ask) {
    return answer(decisions.decide(actor.get(), ConsentDecisions.Act.REFUSE, ask, key));
  }

  /** Asks, unless a refusal says not to. */
  @POST
  @Path("/requests")
  @RolesAllowed({Role.Names.CUSTOMER, Role.Names.CLIENT_MANAGER, Role.Names.SUPERVISOR})
  public RestResponse<ConsentRecordView> request(@Valid @NotNull ConsentAsk ask) {
    return answer(decisions.decide(actor.get(), ConsentDecisions.Act.REQUEST, ask, null));
  }

  @POST
  @Path("/{id}/withdrawal")
  @RolesAllowed(Role.Names.CUSTOMER)
  public ConsentRecordView withdraw(@PathParam("id") String id) {
    return view(endings.withdraw(actor.get(), Ids.parse(id)));
  }

  @POST
  @Path("/withdrawals")
  @RolesAllowed(Role.Names.CUSTOMER)
  public ConsentRecordView withdraw(
      @HeaderParam("Idempotency-Key") @Nullable @Pattern(regexp = KEY) String key,
      @Valid @NotNull PurposeWithdrawal withdrawal) {
    String child = withdrawal.customerId();
    return view(
        endings.withdraw(
            actor.get(),
            child == null ? null : CustomerId.parse(child),
            Purposes.required(withdrawal.purpose()),
            withdrawal.recipientId(),
            key));
  }

  @POST
  @Path("/{id}/revocation")
  @RolesAllowed(Role.Names.COMPLIANCE_OFFICER)
  public ConsentRecordView revoke(
      @PathParam("id") String id, @Valid @NotNull Revocation revocation) {
    return view(endings.revoke(actor.get(), Ids.parse(id), revocation.reason()));
  }

  @POST
  @Path("/query")
  public Map<String, List<ConsentRecordView>> query(@Valid @NotNull ConsentQueries.Query query) {
    return queries.listOf(actor.get(), query);
  }

  @POST
  @Path("/subjects")
  @RolesAllowed(Role.Names.PARTNER)
  public ConsentQueries.Subjects subjects(@Valid @NotNull ConsentQueries.SubjectsQuery query) {
    return queries.listSubjects(actor.get(), Purposes.required(query.purpose()), query);
  }

  @POST
  @Path("/search")
  @RolesAllowed({Role.Names.COMPLIANCE_OFFICER, Role.Names.AUDITOR, Role.Names.REGULATOR})
  public ConsentSearch.Page search(@Valid @NotNull ConsentSearch.Criteria criteria) {
    return search.search(actor.get(), criteria);
  }

  private RestResponse<ConsentRecordView> answer(ConsentDecisions.Outcome outcome) {
    return RestResponse.status(
        outcome.decided() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
        view(outcome.consent()));
  }

  private ConsentRecordView view(StoredConsent consent) {
    return ConsentRecordView.of(consent, clock.instant(), true);
  }

  /**
   * A withdrawal that names purpose and recipient instead of the record.
   *
   * @param customerId the child for whom a guardian withdraws; the caller when missing
   */
  record PurposeWithdrawal(
      @NotBlank String purpose, @Nullable String recipientId, @Nullable String customerId) {}

  /** Why the controller ends a consent: a code. */
  record Revocation(@NotNull @Pattern(regexp = "[A-Z][A-Z_]{2,40}") String reason) {}
}
