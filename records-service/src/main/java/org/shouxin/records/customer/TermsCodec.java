package org.shouxin.records.customer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.platform.identity.ControllerId;
import org.shouxin.platform.identity.CustomerId;
import org.shouxin.records.vault.DataKey;
import org.shouxin.records.vault.FieldPlace;

/** Seals policy terms as JSON, and opens them. */
@ApplicationScoped
public class TermsCodec {
  private final ObjectMapper json;

  TermsCodec(ObjectMapper json) {
    this.json = json;
  }

  byte[] seal(
      ControllerId controller, CustomerId owner, UUID policy, PolicyTerms terms, DataKey key) {
    try {
      return key.seal(place(controller, owner, policy), json.writeValueAsString(terms));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("policy terms cannot be written", e);
    }
  }

  /** The customer's policies, opened, in a stable order. */
  public List<PolicyPart> open(SealedCustomer customer, DataKey key) {
    return customer.policies().stream()
        .map(policy -> new PolicyPart(policy.policy(), open(customer, policy, key), policy.roles()))
        .toList();
  }

  private PolicyTerms open(
      SealedCustomer customer, SealedCustomer.SealedPolicy policy, DataKey key) {
    String text =
        key.open(place(customer.controller(), customer.id(), policy.policy()), policy.terms());
    try {
      return json.readValue(text, PolicyTerms.class);
    } catch (JsonProcessingException e) {
      e.clearLocation();
      throw new IllegalStateException("policy terms cannot be read");
    }
  }

  private static FieldPlace place(ControllerId controller, CustomerId owner, UUID policy) {
    return new FieldPlace(controller, owner, SealedCustomer.ROLE_TABLE, "terms", policy);
  }
}
