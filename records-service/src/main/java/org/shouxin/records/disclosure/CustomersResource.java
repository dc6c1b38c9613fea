package org.shouxin.records.disclosure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.audit.AuditEvent;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role.Names;
import org.shouxin.platform.paging.PageSize;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;
import org.shouxin.records.access.Barred;

/** Reads of customers. POST throughout: factors and ids of people never stand in a URL. */
@Path("/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Names.CUSTOMER,
  Names.PARTNER,
  Names.CLIENT_MANAGER,
  Names.SUPERVISOR,
  Names.COMPLIANCE_OFFICER,
  Names.AUDITOR
})
@RunOnVirtualThread
class CustomersResource {
  private final CustomerSearch search;
  private final TermSearch terms;
  private final CustomerListing listing;
  private final ApprovedReads approved;
  private final CurrentActor actor;
  private final Barred barred;

  CustomersResource(
      CustomerSearch search,
      TermSearch terms,
      CustomerListing listing,
      ApprovedReads approved,
      CurrentActor actor,
      Barred barred) {
    this.terms = terms;
    this.search = search;
    this.listing = listing;
    this.approved = approved;
    this.actor = actor;
    this.barred = barred;
  }

  @POST
  @Path("/read")
  @Operation(summary = "Customers by id; the unknown and the not permitted are absent alike")
  public CustomersView read(
      @NotNull @Valid ReadRequest request,
      @HeaderParam("Accept-Language") @Nullable String language) {
    List<CustomerId> ids = request.ids().stream().map(CustomerId::parse).toList();
    return search.byIds(inquiry(request.purpose(), request.fields(), language, "id"), ids);
  }

  @POST
  @Path("/approved")
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(summary = "The customers of one's own open access request (R-AC-02)")
  public CustomersView readApproved(
      @NotNull @Valid ApprovedReadRequest request,
      @HeaderParam("Accept-Language") @Nullable String language) {
    return approved.read(
        actor.get(),
        Ids.parse(request.accessRequestId()),
        ServedField.parse(request.fields()),
        language != null && language.startsWith("en"));
  }

  @POST
  @Path("/search")
  @Operation(summary = "At most one customer by at least two matching factors")
  public CustomersView search(
      @NotNull @Valid SearchRequest request,
      @HeaderParam("Accept-Language") @Nullable String language) {
    return search.byFactors(
        inquiry(request.purpose(), request.fields(), language, "factors"), request.factors());
  }

  @POST
  @Path("/search-by-terms")
  @RolesAllowed({Names.CLIENT_MANAGER, Names.SUPERVISOR, Names.COMPLIANCE_OFFICER})
  @Operation(
      summary =
          "Staff: own people by ends of numbers or parts of names; 20 a page, 100 in all, no total")
  public CustomersView.Page searchByTerms(
      @NotNull @Valid TermSearchRequest request,
      @HeaderParam("Accept-Language") @Nullable String language) {
    return terms.page(
        inquiry(request.purpose(), request.fields(), language, "terms"),
        request.terms().read(),
        request.first(),
        request.after());
  }

  @POST
  @Path("/list")
  @Operation(summary = "The caller's customers, page by page, without a total")
  public CustomersView.Page list(
      @NotNull @Valid ListRequest request,
      @HeaderParam("Accept-Language") @Nullable String language) {
    return listing.page(
        inquiry(request.purpose(), request.fields(), language, "list"),
        PageSize.of(request.first()),
        request.after());
  }

  private Disclosure.Inquiry inquiry(
      @Nullable String purpose, List<String> fields, @Nullable String language, String lookup) {
    if (purpose == null || purpose.isBlank()) {
      throw new ProblemException(ProblemCode.PURPOSE_REQUIRED);
    }
    return new Disclosure.Inquiry(
        actor.get(),
        purpose,
        ServedField.parse(fields),
        language != null && language.startsWith("en"),
        new AuditEvent.LookupRef(lookup, null, null, null, null),
        barred.isSilently(actor.get()));
  }
}
