package org.shouxin.consent.departure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.platform.identity.Role;

/** Takes from records-service who moved to another controller. */
@Path("/v1/departures")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Names.SERVICE)
@RunOnVirtualThread
class DepartureResource {
  private final Departures departures;

  DepartureResource(Departures departures) {
    this.departures = departures;
  }

  /**
   * One person.
   *
   * @param stays she does not move after all: an earlier report is taken back; not when nothing is
   *     said
   */
  record Departed(
      @NotNull String controllerId, @NotNull String customerId, @Nullable Boolean stays) {}

  /** Who departed. */
  record DepartureReport(
      @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Departed> people) {}

  /** Notes who moved to another controller, or does not after all; again, nothing changes. */
  @POST
  public void report(@Valid @NotNull DepartureReport report) {
    byController(report, false)
        .forEach((controller, people) -> departures.report(new ControllerId(controller), people));
    byController(report, true)
        .forEach((controller, people) -> departures.takeBack(new ControllerId(controller), people));
  }

  private static Map<String, List<CustomerId>> byController(DepartureReport report, boolean stays) {
    return report.people().stream()
        .filter(person -> Boolean.TRUE.equals(person.stays()) == stays)
        .collect(
            Collectors.groupingBy(
                Departed::controllerId,
                Collectors.mapping(
                    person -> CustomerId.parse(person.customerId()), Collectors.toList())));
  }
}
