package org.shouxin.gateway.records;

import io.smallrye.graphql.api.Context;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.gateway.schema.SelectedFields;

/** Access beyond one's own rights, for staff (R-AC-02). */
@GraphQLApi
@ApplicationScoped
public class AccessRequestsApi {
  private final AccessRequestEndpoint requests;
  private final Neighbours neighbours;
  private final Context context;

  @Inject
  AccessRequestsApi(
      @RestClient AccessRequestEndpoint requests, Neighbours neighbours, Context context) {
    this.requests = requests;
    this.neighbours = neighbours;
    this.context = context;
  }

  @Mutation("requestAccess")
  @Description("Asks to read people beyond one's own rights; another person decides within K-22.")
  public @NonNull AccessRequest requestAccess(@NonNull @Name("input") RequestAccessInput input) {
    return neighbours.ask(() -> requests.ask(input));
  }

  @Mutation("breakGlass")
  @Description("Opens access at once for at most an hour: alarms, and is reviewed within K-23.")
  public @NonNull AccessRequest breakGlass(@NonNull @Name("input") RequestAccessInput input) {
    return neighbours.ask(() -> requests.breakGlass(input));
  }

  @Mutation("approveAccess")
  @Description("Opens another employee's waiting request.")
  public @NonNull AccessRequest approveAccess(
      @NonNull @Id @Name("accessRequestId") String accessRequestId) {
    return neighbours.ask(() -> requests.approve(accessRequestId));
  }

  @Mutation("rejectAccess")
  @Description("Rejects another employee's waiting request.")
  public @NonNull AccessRequest rejectAccess(
      @NonNull @Id @Name("accessRequestId") String accessRequestId) {
    return neighbours.ask(() -> requests.reject(accessRequestId));
  }

  @Mutation("reviewBreakGlass")
  @Description("Reviews another employee's use of break-glass.")
  public @NonNull AccessRequest reviewBreakGlass(
      @NonNull @Id @Name("accessRequestId") String accessRequestId,
      @NonNull @Name("justified") Boolean justified) {
    return neighbours.ask(
        () -> requests.review(accessRequestId, new AccessRequestEndpoint.Review(justified)));
  }

  @Query("accessRequests")
  @Description("The caller's own requests, newest first.")
  public @NonNull List<@NonNull AccessRequest> accessRequests() {
    return neighbours.ask(requests::own);
  }

  @Query("accessRequestQueue")
  @Description("What waits for the caller's decision or review, oldest first.")
  public @NonNull List<@NonNull AccessRequest> accessRequestQueue() {
    return neighbours.ask(requests::queue);
  }

  @Query("approvedCustomers")
  @Description("The people of one's own open access request, masked as always.")
  public @NonNull List<@NonNull Customer> approvedCustomers(
      @NonNull @Id @Name("accessRequestId") String accessRequestId) {
    List<String> fields = SelectedFields.of(context, Customer.FIELDS);
    return neighbours
        .ask(() -> requests.read(new AccessRequestEndpoint.ApprovedRead(accessRequestId, fields)))
        .customers();
  }
}
