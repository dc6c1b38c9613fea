package org.shouxin.consent.receipt;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.shouxin.consent.purpose.Language;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;

/** Receipts to keep, and the keys that they are signed with for anybody who verifies one. */
@Path("/v1/receipts")
@Authenticated
@RunOnVirtualThread
class ReceiptResource {
  private static final String JSON_LD = "application/ld+json";
  private static final String PDF = "application/pdf";

  private final ReceiptKeys keys;
  private final ReceiptQueries receipts;
  private final ReceiptJson json;
  private final ReceiptPrinter printer;
  private final CurrentActor actor;

  ReceiptResource(
      ReceiptKeys keys,
      ReceiptQueries receipts,
      ReceiptJson json,
      ReceiptPrinter printer,
      CurrentActor actor) {
    this.keys = keys;
    this.receipts = receipts;
    this.json = json;
    this.printer = printer;
    this.actor = actor;
  }

  /** A JSON Web Key Set (RFC 7517). */
  @GET
  @Path("/keys")
  @PermitAll
  @Produces("application/jwk-set+json")
  public String keys() {
    return keys.jwks();
  }

  /** A person's receipts, newest first. */
  @POST
  @Path("/query")
  @RolesAllowed({Role.Names.CUSTOMER, Role.Names.COMPLIANCE_OFFICER})
  @Produces(MediaType.APPLICATION_JSON)
  public ReceiptQueries.Page query(@Valid @NotNull ReceiptQueries.Query query) {
    return receipts.listOf(actor.get(), query);
  }

  /** The signed receipt, with the log's proof once its decision is integrated. */
  @GET
  @Path("/{id}")
  @RolesAllowed({Role.Names.CUSTOMER, Role.Names.COMPLIANCE_OFFICER})
  @Produces(JSON_LD)
  public String receipt(@PathParam("id") String id) {
    ReceiptQueries.Completed found = receipts.get(actor.get(), Ids.parse(id), "JSON");
    return json.complete(found.receipt(), found.answer());
  }

  /** The same receipt as a person reads it, in the reader's language. */
  @GET
  @Path("/{id}/document")
  @RolesAllowed({Role.Names.CUSTOMER, Role.Names.COMPLIANCE_OFFICER})
  @Produces(PDF)
  public byte[] document(
      @PathParam("id") String id, @QueryParam("language") @NotNull String language) {
    Language reader = Language.of(language);
    return printer.pdf(receipts.get(actor.get(), Ids.parse(id), "PDF"), reader);
  }
}
