package org.shouxin.gateway.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;
import org.shouxin.gateway.neighbour.Neighbours;
import org.shouxin.platform.problem.ProblemCode;

/** What the gateway asks of consent-service; callers see no HTTP. */
@ApplicationScoped
class ConsentService {
  private final ConsentEndpoint endpoint;
  private final Neighbours neighbours;

  @Inject
  ConsentService(@RestClient ConsentEndpoint endpoint, Neighbours neighbours) {
    this.endpoint = endpoint;
    this.neighbours = neighbours;
  }

  @Nullable PrivacyNotice findCurrentNotice(String audience, String language) {
    return neighbours.find(
        () -> endpoint.currentNotice(audience, language), Set.of(ProblemCode.NOTICE_NOT_FOUND));
  }

  @Nullable ConsentText findConsentText(
      String purpose, @Nullable String recipientId, String language) {
    return neighbours.find(
        () -> endpoint.consentText(purpose, recipientId, language), Set.of(ProblemCode.NOT_FOUND));
  }

  ConsentRecord giveConsent(GiveConsentInput input) {
    return neighbours.ask(() -> endpoint.give(input));
  }

  ConsentRecord refuseConsent(GiveConsentInput input) {
    return neighbours.ask(() -> endpoint.refuse(input));
  }

  List<Ward> listWards() {
    return neighbours.ask(endpoint::wards);
  }

  List<StopOrder> listStopOrders(boolean open) {
    return neighbours.ask(() -> endpoint.stopOrders(open));
  }

  StopOrder acknowledgeStopOrder(String stopOrderId) {
    return neighbours.ask(() -> endpoint.acknowledge(stopOrderId));
  }

  ConsentRecord withdrawConsent(String consentRecordId) {
    return neighbours.ask(() -> endpoint.withdraw(consentRecordId));
  }

  ConsentRecord withdrawConsentForPurpose(
      String purpose, @Nullable String recipientId, @Nullable String customerId) {
    var withdrawal = new ConsentEndpoint.PurposeWithdrawal(purpose, recipientId, customerId);
    return neighbours.ask(() -> endpoint.withdraw(withdrawal));
  }

  RightsRequest fileRightsRequest(String customerId, String type, @Nullable String textId) {
    var filing = new ConsentEndpoint.RightsFiling(customerId, type, textId);
    return neighbours.ask(() -> endpoint.fileRightsRequest(filing));
  }

  Complaint fileComplaint(String customerId, String textId) {
    var filing = new ConsentEndpoint.ComplaintFiling(customerId, textId);
    return neighbours.ask(() -> endpoint.fileComplaint(filing));
  }

  /**
   * Consent records of each customer, in the order of the ids, in one call; none is an empty list.
   */
  List<List<ConsentRecord>> listConsentRecords(List<String> customerIds) {
    Map<String, List<ConsentRecord>> found =
        neighbours.ask(() ->
            endpoint.query(new ConsentEndpoint.People(customerIds.stream().distinct().toList())));
    return customerIds.stream().map(id -> found.getOrDefault(id, List.of())).toList();
  }
}
