package org.shouxin.gateway.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jspecify.annotations.Nullable;

/** Stop orders for partners that poll instead of taking a webhook, and for compliance. */
@GraphQLApi
@ApplicationScoped
public class StopOrderApi {
  private final ConsentService consent;

  @Inject
  StopOrderApi(ConsentService consent) {
    this.consent = consent;
  }

  @Query("stopOrders")
  @Description(
      "The newest 200 orders to stop: a partner's own, all of them for compliance. Open ones only, unless open is false.")
  public @NonNull List<@NonNull StopOrder> stopOrders(
      @DefaultValue("true") @Name("open") @Nullable Boolean open) {
    return consent.listStopOrders(open == null || open);
  }

  @Mutation("acknowledgeStopOrder")
  @Description("The recipient says that it stopped; saying it again changes nothing.")
  public @NonNull StopOrder acknowledgeStopOrder(
      @NonNull @Id @Name("stopOrderId") String stopOrderId) {
    return consent.acknowledgeStopOrder(stopOrderId);
  }
}
