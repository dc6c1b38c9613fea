package org.shouxin.gateway.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.platform.problem.ProblemCode;

/** What the gateway asks of audit-service; callers see no HTTP. */
@ApplicationScoped
class AuditService {
  private final AuditEndpoint endpoint;
  private final Neighbours neighbours;

  @Inject
  AuditService(@RestClient AuditEndpoint endpoint, Neighbours neighbours) {
    this.endpoint = endpoint;
    this.neighbours = neighbours;
  }

  AuditEndpoint.Page accessHistory(
      String customerId, int first, @Nullable String after, boolean providedOnly) {
    return neighbours.ask(() ->
        endpoint.accessHistory(new AuditEndpoint.History(customerId, first, after, providedOnly)));
  }

  AuditEndpoint.Page employeeAccesses(
      String employeeNo, AccessFilter filter, int first, @Nullable String after) {
    return neighbours.ask(() ->
        endpoint.accessSearch(
            new AuditEndpoint.Search(
                "employee",
                employeeNo,
                filter.purpose(),
                filter.permitted(),
                filter.from(),
                filter.until(),
                first,
                after)));
  }

  List<OwnTransferStep> transferStory(String transferId) {
    return neighbours.ask(() -> endpoint.transferStory(transferId)).stream()
        .map(AuditEndpoint.Step::shown)
        .toList();
  }

  LeakTrace traceLeak(AuditEndpoint.Sample sample) {
    return neighbours.ask(() -> endpoint.trace(sample));
  }

  LeakTrace findTrace(String id) {
    return neighbours.ask(() -> endpoint.trace(id));
  }

  /** The proof, or null for an event that is unknown, not the caller's, or not in the log yet. */
  @Nullable InclusionProof findInclusionProof(String eventId) {
    return neighbours.find(
        () -> endpoint.inclusionProof(eventId),
        Set.of(ProblemCode.EVENT_NOT_FOUND, ProblemCode.PROOF_NOT_READY));
  }
}
