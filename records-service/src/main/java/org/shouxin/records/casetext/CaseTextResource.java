package org.shouxin.records.casetext;

import static org.shouxin.platform.identity.Role.Names.CLIENT_MANAGER;
import static org.shouxin.platform.identity.Role.Names.COMPLIANCE_OFFICER;
import static org.shouxin.platform.identity.Role.Names.CUSTOMER;
import static org.shouxin.platform.identity.Role.Names.SUPERVISOR;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.CurrentActor;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;

/** Case texts over REST. */
@Path("/v1/case-texts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({CUSTOMER, COMPLIANCE_OFFICER, SUPERVISOR})
@RunOnVirtualThread
class CaseTextResource {
  private final CaseTexts texts;
  private final CurrentActor actor;

  CaseTextResource(CaseTexts texts, CurrentActor actor) {
    this.texts = texts;
    this.actor = actor;
  }

  /** A text to seal. */
  record Writing(
      @NotNull String customerId,
      @Nullable @Size(max = 200) String subject,
      @NotBlank @Size(max = 8_000) String body) {

    @Override
    public String toString() {
      return "Writing[redacted]";
    }
  }

  /** The sealed text's id. */
  record Receipt(UUID id) {}

  /** Which text. */
  record Question(@NotNull String id) {}

  @POST
  @ResponseStatus(201)
  @Operation(summary = "Seals a text of a customer's case under her own key")
  public Receipt write(
      @Valid @NotNull Writing writing,
      @HeaderParam("Idempotency-Key") @Nullable @Pattern(regexp = "[A-Za-z0-9._:-]{8,100}")
          String key) {
    return seal(writing, key);
  }

  /** Of a request that staff record; a client manager writes in no other case (R-CP-02). */
  @POST
  @Path("/intake")
  @ResponseStatus(201)
  @RolesAllowed({CLIENT_MANAGER, SUPERVISOR})
  @Operation(summary = "Seals what a customer asked staff for")
  public Receipt writeDown(
      @Valid @NotNull Writing writing,
      @HeaderParam("Idempotency-Key") @Nullable @Pattern(regexp = "[A-Za-z0-9._:-]{8,100}")
          String key) {
    return seal(writing, key);
  }

  @POST
  @Path("/read")
  @Operation(summary = "Opens a text for its customer or a handler of the case")
  public CaseText read(@Valid @NotNull Question question) {
    return texts.open(actor.get(), Ids.parse(question.id()));
  }

  private Receipt seal(Writing writing, @Nullable String key) {
    return new Receipt(
        texts.seal(
            actor.get(),
            new CaseTexts.Writing(
                CustomerId.parse(writing.customerId()), writing.subject(), writing.body()),
            key));
  }
}
