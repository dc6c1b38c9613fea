package org.shouxin.audit.carrieditem;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Ids;
import org.shouxin.platform.identity.Role;
import org.shouxin.platform.problem.ProblemCode;
import org.shouxin.platform.problem.ProblemException;

/** Items of transfer packages, for records-service, which makes and admits the packages. */
@Path("/v1/carried-items")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class CarriedItemResource {
  private static final String CONTROLLER = "ctl-[a-z0-9][a-z0-9-]{0,40}";

  private final CarriedItems items;

  @Inject
  CarriedItemResource(CarriedItems items) {
    this.items = items;
  }

  /**
   * Whose items.
   *
   * @param arrived those that came with the transfer, instead of those that are to go with it
   */
  record CarriedQuestion(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull String transferId,
      @NotNull @Size(min = 1, max = 100) List<@NotNull String> people,
      boolean arrived) {}

  /** Items that arrive. */
  record CarriedArriving(
      @NotNull @Pattern(regexp = CONTROLLER) String controllerId,
      @NotNull String transferId,
      @NotNull @Size(max = 2_000) List<@Valid @NotNull CarriedItem> items) {}

  /** How many were not here yet. */
  record CarriedTaken(int taken) {}

  /**
   * Entries as they stand in a package, under the seller's pseudonyms.
   *
   * @param logKeys of the seller's log, as the signed manifest names them
   */
  record CarriedChecking(
      @NotNull @Size(min = 1, max = 4) List<@NotNull @Size(max = 200) String> logKeys,
      @NotNull @Size(max = 2_000) List<@Valid @NotNull CarriedItem> items) {}

  /** An entry that does not hold: its number among those asked about, from 1. */
  record CarriedFlaw(int item, String flaw) {}

  /** Those that do not hold. */
  record CarriedChecked(List<CarriedFlaw> flawed) {}

  @POST
  @Path("/query")
  @Operation(
      summary = "Log entries with proofs, and retention clocks, of some people of a transfer")
  public List<CarriedItem> give(@Valid @NotNull CarriedQuestion question) {
    ControllerId controller = new ControllerId(question.controllerId());
    UUID transfer = Ids.parse(question.transferId());
    List<UUID> people = question.people().stream().map(id -> CustomerId.parse(id).value()).toList();
    return question.arrived()
        ? items.listArrived(controller, transfer, people)
        : items.give(controller, transfer, people);
  }

  @POST
  @Path("/check")
  @Operation(
      summary = "Which log entries of a package do not stand in the seller's log; writes nothing")
  public CarriedChecked check(@Valid @NotNull CarriedChecking checking) {
    CarriedProof proof = proof(checking.logKeys());
    List<CarriedFlaw> flawed = new ArrayList<>();
    for (int i = 0; i < checking.items().size(); i++) {
      int number = i + 1;
      proof
          .flaw(checking.items().get(i).content())
          .ifPresent(flaw -> flawed.add(new CarriedFlaw(number, flaw.name())));
    }
    return new CarriedChecked(flawed);
  }

  private static CarriedProof proof(List<String> logKeys) {
    try {
      return new CarriedProof(logKeys);
    } catch (IllegalArgumentException noKey) {
      throw new ProblemException(ProblemCode.REQUEST_INVALID, "logKeys", noKey);
    }
  }

  @POST
  @Operation(summary = "Takes items of an arriving package; the same again changes nothing")
  public CarriedTaken take(@Valid @NotNull CarriedArriving arriving) {
    return new CarriedTaken(
        items.take(
            new ControllerId(arriving.controllerId()),
            Ids.parse(arriving.transferId()),
            arriving.items()));
  }
}
